export {};

/** Every page in every width, language and colour scheme, each looked at by axe: what test/journeys takes pairwise. */
process.env.EVERY_LOOK = "1";
await import("#test/journeys/every-page.test.ts");
