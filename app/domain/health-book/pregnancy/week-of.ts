import { localDay } from "#app/shared/dates.ts";

const DAY = 86_400_000;
/** From the first day of the last period to the day of birth, as every such reckoning has it (Naegele). */
const DAYS = 280;
/** Nobody carries on for so long after the day. */
const AFTER = 28;

export interface Week {
  weeks: number;
  days: number;
}

/** How far along, reckoned back from the day a source expects the birth; none long after it, or before it began. */
export function weekOf(expected: Date, today: Date): Week | undefined {
  const left = (dayOf(expected) - dayOf(today)) / DAY;
  const days = DAYS - left;
  return days < 0 || left < -AFTER ? undefined : { weeks: Math.floor(days / 7), days: days % 7 };
}

/** Calendar days in Việt Nam: the hour somebody looks changes no week. */
const dayOf = (at: Date): number => Date.parse(localDay(at));

/** A day is still ahead, or so near past that the birth may not have been told yet. */
export const isAhead = (expected: Date, now: Date): boolean =>
  weekOf(expected, now) !== undefined && expected.getTime() - now.getTime() < DAYS * DAY;

/** The longest that a pregnancy said to have begun that day may still go on. */
export const mayStillBe = (began: Date, now: Date): boolean => now.getTime() - began.getTime() < (DAYS + AFTER) * DAY;
