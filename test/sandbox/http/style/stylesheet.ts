import fs from "node:fs";

const shared = ["base", "controls", "tables"].map((name) => new URL(`./${name}.css`, import.meta.url));

/** The style sheet of a server: what all share, then its own. */
export function stylesheet(own: readonly URL[] = []): string {
  return [...shared, ...own].map((file) => fs.readFileSync(file, "utf8")).join("\n");
}
