const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

/** What a person reads in the main part of a page: no markup, single spaces. */
export function mainText(page: { text: string }): string {
  const main = /<main\b[^>]*>(.*)<\/main>/s.exec(page.text)?.[1] ?? "";
  return main
    .replace(/<(script|style|svg)\b.*?<\/\1>/gs, " ")
    .replace(/<!--.*?-->/gs, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(#?\w+);/g, (whole, name: string) => signs[name] ?? whole)
    .replace(/\s+/g, " ")
    .trim();
}

/** A sentence of the catalogue as a pattern: what is filled in may be anything. */
export function sentence(words: string): RegExp {
  const literal = words.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(literal.replace(/\{\w+\}|%\w+%/g, ".+?").replace(/\s+/g, "\\s+"));
}
