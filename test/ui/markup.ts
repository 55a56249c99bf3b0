/** What tests ask of rendered HTML; a reader for our own output, not for the web at large. */
export interface Tag {
  name: string;
  attributes: Map<string, string>;
  /** Where it begins in the text. */
  at: number;
}

/** Every opening tag, in order. */
export function tagsOf(html: string): Tag[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/gi)].map((m) => ({
    name: (m[1] ?? "").toLowerCase(),
    attributes: new Map([...(m[2] ?? "").matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map((a) => [a[1] ?? "", a[2] ?? ""])),
    at: m.index,
  }));
}

/** The words of a piece of HTML. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<span class="together">([^<]*)<\/span>/g, "$1")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replace(/\s+/g, " ")
    .trim();
