export type Language = "vi" | "en";

/** The first of these wishes that names a language we speak; Vietnamese otherwise. */
export function chooseLanguage(...wishes: unknown[]): Language {
  for (const wish of wishes) {
    if (typeof wish !== "string") continue;
    const known = wish.split(" ").find((tag) => /^(vi|en)\b/.test(tag));
    if (known) return known.startsWith("en") ? "en" : "vi";
  }
  return "vi";
}

/** An address with parameters added; those without a value are left out. */
export function address(path: string, parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => Boolean(pair[1]));
  if (given.length === 0) return path;
  return `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams(given)}`;
}

/** An address of the sandbox that keeps the chosen language. */
export const withLanguage = (path: string, language: Language): string =>
  address(path, { lang: language === "vi" ? undefined : language });
