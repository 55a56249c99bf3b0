import { fhirInterval, localDay } from "#app/shared/dates.ts";
import type { StaffTerms } from "../input.ts";

/** Terms as the roster keeps them: from the first day's midnight to the midnight after the last, Vietnamese time. */
export interface Terms {
  degree: string | null;
  licenceNumber: string | null;
  validFrom: Date;
  validTo: Date | null;
}

/** Without a first day it begins now, or where it is known, when it began. */
export const termsOf = (said: StaffTerms, begins: Date): Terms => ({
  degree: said.degree ?? null,
  licenceNumber: said.licenceNumber?.toUpperCase() ?? null,
  validFrom: (said.validFrom && fhirInterval(said.validFrom)?.low) || begins,
  validTo: (said.validTo && fhirInterval(said.validTo)?.high) || null,
});

/** Terms by a file's row: what it has no cell for stays. An empty last day prolongs nothing that is over; `undefined` then. */
export function termsByRow(said: StaffTerms, line: Terms, cells: readonly string[], now: Date): Terms | undefined {
  const terms = termsOf(said, line.validFrom);
  const over = line.validTo !== null && line.validTo <= now;
  if (over && terms.validTo === null) return undefined;
  return {
    ...terms,
    degree: cells.includes("degree") ? terms.degree : line.degree,
    licenceNumber: cells.includes("licenceNumber") ? terms.licenceNumber : line.licenceNumber,
    validTo: cells.includes("validTo") ? terms.validTo : line.validTo,
  };
}

export const sameTerms = (a: Terms, b: Terms): boolean =>
  a.degree === b.degree &&
  a.licenceNumber === b.licenceNumber &&
  a.validFrom.getTime() === b.validFrom.getTime() &&
  a.validTo?.getTime() === b.validTo?.getTime();

/** First and last day in words of the calendar; the moment it ends is the midnight after the last day. */
export const daysOf = ({ validFrom, validTo }: Pick<Terms, "validFrom" | "validTo">) => ({
  validFrom: localDay(validFrom),
  validTo: validTo ? localDay(new Date(validTo.getTime() - 1)) : undefined,
});
