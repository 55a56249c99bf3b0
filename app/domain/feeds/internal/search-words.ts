import type { RawResource } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { foldText } from "#app/shared/names.ts";

/** Elements that hold words for people; ids, addresses and codes hold none, but those of ICD-10. */
const SAID = new Set([
  "text",
  "display",
  "title",
  "description",
  "conclusion",
  "valueString",
  "comment",
  "name",
  "patientInstruction",
  "lotNumber",
]);
const ICD10 = /^[A-Z]\d\d(?:\.\d{1,2})?$/;
/** Where who people are was taken out. */
const TOKEN = /\{\{[^}]*\}\}/g;
/** More is no title and no sentence but a whole paper; nothing is missed that stands in its first pages. */
const MOST_LETTERS = 8_000;

/**
 * What a resource is found by: each word of its texts once, folded, with a space before each. Called when identities
 * are sealed, so that no name is in it. `folded` remembers texts of one delivery, which repeat.
 */
export function searchWords(resource: RawResource, folded: Map<string, string[]>): string {
  const words = new Set<string>();
  let left = MOST_LETTERS;
  const add = (text: string) => {
    if (left <= 0) return;
    left -= text.length;
    let known = folded.get(text);
    if (!known) {
      known = foldText(text.slice(0, MOST_LETTERS).replace(TOKEN, " ")).split(" ");
      if (text.length < 200) folded.set(text, known);
    }
    for (const word of known) if (word !== "") words.add(word);
  };
  walk(resource as Record<string, unknown>, add);
  let all = "";
  for (const word of words) all += ` ${word}`;
  return all;
}

function walk(value: Record<string, unknown> | unknown[], add: (text: string) => void): void {
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key];
    if (typeof item === "string") {
      if (SAID.has(key) || (key === "code" && ICD10.test(item))) add(item);
    } else if (
      typeof item === "object" &&
      item !== null &&
      key !== "meta" &&
      key !== "identifier" &&
      key !== "extension"
    )
      walk(item as Record<string, unknown>, add);
  }
}
