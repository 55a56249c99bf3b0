import { fhirInterval } from "#app/shared/dates.ts";

const two = (part: string): string => part.padStart(2, "0");

/** Day first, as Việt Nam writes; or year first, as systems do. A time behind it is left out. */
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[\sT].*)?$/;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[\sT].*)?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/;
const MONTH_FIRST = /^(\d{1,2})[/.-](\d{4})$/;
const MONTH_LAST = /^(\d{4})[/.-](\d{1,2})$/;

/** A day as people and systems write it → "2026-11-21"; `undefined` when it is no real one. */
export function dayOf(text: string): string | undefined {
  const written = text.trim();
  const [, d = "", m = "", y = ""] = DAY_FIRST.exec(written) ?? [];
  if (y) return real(`${y}-${two(m)}-${two(d)}`);
  const [, year = "", month = "", day = ""] = YEAR_FIRST.exec(written) ?? DIGITS.exec(written) ?? [];
  return year ? real(`${year}-${two(month)}-${two(day)}`) : undefined;
}

/** The same, or a month or year alone: birth dates and the years of old illnesses. */
export function partialDateOf(text: string): string | undefined {
  const written = text.trim();
  const [, m = "", y = ""] = MONTH_FIRST.exec(written) ?? [];
  if (y) return real(`${y}-${two(m)}`);
  const [, year = "", month = ""] = MONTH_LAST.exec(written) ?? [];
  if (year) return real(`${year}-${two(month)}`);
  return /^\d{4}$/.test(written) ? real(written) : dayOf(written);
}

const real = (date: string): string | undefined => (fhirInterval(date) ? date : undefined);
