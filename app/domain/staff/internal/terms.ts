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
