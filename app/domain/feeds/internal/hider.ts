/** A text that may not stand in clinical tables. */
export interface Needle {
  kind: "name" | "number" | "address" | "phone";
  text: string;
  /** Where the store says it already; else the text is kept sealed beside what it was taken out of. */
  ref?: string | undefined;
}

/** Keeps a value sealed, and says by which id it is found again. */
export type Keeper = (json: string) => string;

/** Replaces needles by tokens wherever they stand as whole words. */
export type Hider = (text: string, keep: Keeper) => string;

/** Takes these out of texts: as they are given, in capitals, and names also as they are spelled elsewhere. */
export function hiderOf(needles: Needle[]): Hider {
  const byForm = new Map<string, Needle>();
  for (const needle of needles) for (const form of formsOf(needle)) if (!byForm.has(form)) byForm.set(form, needle);
  if (byForm.size === 0) return (text) => text;
  const longestFirst = [...byForm.keys()].sort((a, b) => b.length - a.length);
  const shortest = longestFirst.at(-1)?.length ?? 0;
  const anywhere = longestFirst.map(escapeRegExp).join("|");
  // Classes of all letters take longer to compile than a delivery's texts to search: hardly any holds a needle.
  const suspected = new RegExp(anywhere);
  let whole: RegExp | undefined;
  return (text, keep) => {
    if (text.length < shortest || !suspected.test(text)) return text;
    whole ??= new RegExp(`(?<![\\p{L}\\p{N}])(?:${anywhere})(?![\\p{L}\\p{N}])`, "gu");
    return text.replace(whole, (found) => {
      const needle = byForm.get(found);
      return needle ? `{{${needle.kind}:${needle.ref ?? keep(JSON.stringify(needle.text))}}}` : found;
    });
  };
}

/** Packages write names in capitals, and doctors as they are read; some systems lose the marks. */
function formsOf({ kind, text }: Needle): string[] {
  const forms = [text, text.toUpperCase(), ...(kind === "name" ? [titled(text)] : [])];
  const unmarked = kind === "name" ? forms.map(withoutMarks) : [];
  return [...forms, ...unmarked, ...forms.map((form) => form.normalize("NFD"))];
}

const titled = (name: string): string =>
  name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());

const withoutMarks = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D");

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
