import { localDay } from "./dates.ts";
import { daysOff } from "./days-off.ts";

const DAY = 86_400_000;
const SATURDAY = 6;
const SUNDAY = 0;

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Is this day ('YYYY-MM-DD', Vietnam) one on which offices work? */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === SATURDAY || weekday === SUNDAY) return false;
  return !daysOff.some((off) => off.from <= day && day <= off.to);
}

/** The last moment of a Vietnamese day. */
const endOf = (day: string): Date => new Date(`${day}T23:59:59+07:00`);

function nextWorkingDay(day: string): string {
  let at = day;
  while (!isWorkingDay(at)) at = later(at, 1);
  return at;
}

/** The end of the `count`-th working day after that of `from`. */
export function afterWorkingDays(from: Date, count: number): Date {
  let day = localDay(from);
  for (let left = count; left > 0; left--) day = nextWorkingDay(later(day, 1));
  return endOf(day);
}

/**
 * The end of a term of calendar days: the day it begins does not count, and a term that ends on a day off ends with the
 * next working day (Civil Code 91/2015/QH13, articles 147 and 148).
 */
export const afterDays = (from: Date, count: number): Date => endOf(nextWorkingDay(later(localDay(from), count)));
