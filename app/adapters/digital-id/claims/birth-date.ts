import { birthInterval } from "#app/shared/dates.ts";
import type { BirthFormat } from "../settings/claims.ts";

export type BirthDays = { low: string; high: string };

/** Each format's parts as a FHIR date; years, and months where it has them, may stand alone or be 00 for unknown. */
const READERS: Record<BirthFormat, RegExp> = {
  "yyyy-MM-dd": /^(?<y>\d{4})(?:-(?<m>\d{2})(?:-(?<d>\d{2}))?)?$/,
  "yyyy/MM/dd": /^(?<y>\d{4})\/(?<m>\d{2})\/(?<d>\d{2})$/,
  yyyyMMdd: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  "dd/MM/yyyy": /^(?<d>\d{1,2})[/.-](?<m>\d{1,2})[/.-](?<y>\d{4})$/,
  yyyy: /^(?<y>\d{4})$/,
};

/** Nobody alive was born before; OpenID writes 0000 where the year is kept back. */
const FIRST_YEAR = 1850;

/**
 * First and last day that a birth date may mean, by the first format that fits; `undefined` when none does or
 * it is no real date.
 */
export function birthDays(
  text: string,
  formats: readonly BirthFormat[],
  firstOfJanuary: "day" | "year" = "day",
): BirthDays | undefined {
  for (const format of formats) {
    const found = READERS[format].exec(text.trim())?.groups;
    const days = found && daysOf(found.y ?? "", known(found.m), known(found.d), firstOfJanuary);
    if (days) return days;
  }
  return undefined;
}

/** Two digits; nothing for a part that is missing or written as 00. */
const known = (part: string | undefined): string | undefined =>
  part === undefined || Number(part) === 0 ? undefined : part.padStart(2, "0");

function daysOf(
  y: string,
  m: string | undefined,
  d: string | undefined,
  january: "day" | "year",
): BirthDays | undefined {
  if (Number(y) < FIRST_YEAR) return undefined;
  const yearAlone = m === undefined || (january === "year" && m === "01" && d === "01");
  return birthInterval(yearAlone ? y : [y, m, d].filter(Boolean).join("-"));
}
