import type { IssueCode } from "../issue-texts.ts";
import { inList } from "../tables/code-lists.ts";
import type { Field } from "../tables/notation.ts";
import { alignedListOf, birthDateOf, dateTimeOf, decimalOf } from "../values.ts";
import { isMisEncoded } from "./mis-encoded.ts";
import { remember } from "./remember.ts";

/** What is odd about a value; the value is kept all the same. */
export function oddity(value: string, field: Field): IssueCode | undefined {
  if (field.kind === "text") return tooLong(value, field.max) ?? (isMisEncoded(value) ? "mis-encoded" : undefined);
  if (!field.list) return oddityOfOne(value, field);
  for (const item of alignedListOf(value)) {
    const odd = item === "" ? undefined : oddityOfOne(item, field);
    if (odd) return odd;
  }
  return undefined;
}

/** Characters as a reader counts them; UTF-16 units only bound the count. */
const tooLong = (value: string, max: number): IssueCode | undefined =>
  value.length > max && [...value].length > max ? "too-long" : undefined;

function oddityOfOne(value: string, field: Field): IssueCode | undefined {
  switch (field.kind) {
    case "number":
      return numberOddity(value, field);
    case "code":
      return field.codes && !inList(field.codes, value) ? "unknown-code" : undefined;
    case "birth":
      return birthDateOf(value) ? undefined : "no-date";
    case "date8":
      return dateOddity(value, [8]);
    case "date12":
      return dateOddity(value, [12]);
    default:
      return dateOddity(value, [8, 12]);
  }
}

const isDate = remember((value) => dateTimeOf(value) !== undefined);

function dateOddity(value: string, lengths: readonly number[]): IssueCode | undefined {
  if (!isDate(value)) return "no-date";
  return lengths.includes(value.length) ? undefined : "date-length";
}

const NUMBER = /^-?0*(\d*)(?:\.(\d*?)0*)?$/;

/** Digits before and after the point, zeros that say nothing left out. */
const digitsOf = remember((value) => {
  if (decimalOf(value) === undefined) return undefined;
  const [, whole, part = ""] = NUMBER.exec(value) ?? [];
  return whole === undefined ? undefined : [whole.length, part.length];
});

function numberOddity(value: string, { max, decimals }: Field): IssueCode | undefined {
  const [whole, part] = digitsOf(value) ?? [];
  if (whole === undefined || part === undefined)
    return /^-?\d+(,\d+)+$/.test(value.slice(0, 40)) ? "decimal-comma" : "no-number";
  if (value.startsWith("-") && /[1-9]/.test(value)) return "negative";
  if (part > decimals) return "too-many-decimals";
  return whole > max ? "too-long" : undefined;
}
