import type { SourceRow } from "../package.ts";

type Fields = SourceRow["fields"];

/** Inside a word no reference is meant: only those that end like one. */
const REFERENCE = /&(amp|lt|gt|quot|apos|nbsp|#39|#34|#160);/g;
const CHARACTERS: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#39": "'",
  "#34": '"',
  "#160": " ",
};
const BLOCK = /<\/?(?:br|p|div|li|ul|ol|tr|table|tbody)(?:\s[^<>]*)?\s*\/?>/gi;
const INLINE = /<\/?(?:span|strong|em|font|b|i|u|td|sup|sub)(?:\s[^<>]*)?>/gi;

/** What editors of hospital systems leave in a text once XML is read: references escaped twice, tags of HTML. */
export function plainWords(text: string): string {
  if (!/[&<]/.test(text)) return text;
  const read = text.replace(REFERENCE, (_, name: string) => CHARACTERS[name] ?? "");
  const words = read.replace(BLOCK, "\n").replace(INLINE, "");
  return words === text ? text : words.replace(/[ \t]*\n\s*\n?\s*/g, "\n").trim();
}

/** The fields of a row as people read them; the row itself stays as it was sent. */
export function readableFields(fields: Fields): Fields {
  let changed: Record<string, string> | undefined;
  for (const name in fields) {
    const text = fields[name] ?? "";
    const words = plainWords(text);
    if (words !== text) {
      changed ??= { ...fields };
      changed[name] = words;
    }
  }
  return changed ?? fields;
}
