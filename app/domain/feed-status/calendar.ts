import { localDay } from "#app/shared/dates.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Vietnam keeps UTC+7 all year. */
const ZONE = 7 * HOUR;

/** Saturday and Sunday in Vietnam. Holidays are told by notices, as facilities keep different ones. */
export const isWeekend = (at: Date): boolean => [0, 6].includes(new Date(at.getTime() + ZONE).getUTCDay());

const midnightAfter = (at: Date): Date => new Date((Math.floor((at.getTime() + ZONE) / DAY) + 1) * DAY - ZONE);

/** The moment `hours` after another; with `workingDays`, hours of weekends do not count. */
export function dueAfter(from: Date, hours: number, workingDays: boolean): Date {
  if (!workingDays) return new Date(from.getTime() + hours * HOUR);
  let at = from;
  let left = hours * HOUR;
  for (;;) {
    const midnight = midnightAfter(at);
    const today = isWeekend(at) ? 0 : midnight.getTime() - at.getTime();
    if (today > 0 && left <= today) return new Date(at.getTime() + left);
    left -= today;
    at = midnight;
  }
}

/** Whole Vietnamese days between two moments, the day of `to` left out, with their ends. */
export function expectedDays(from: Date, to: Date, workingDays: boolean): { day: string; from: Date; to: Date }[] {
  const today = localDay(to);
  const found: { day: string; from: Date; to: Date }[] = [];
  for (let at = from; localDay(at) < today; at = midnightAfter(at)) {
    const end = midnightAfter(at);
    if (!workingDays || !isWeekend(at)) found.push({ day: localDay(at), from: new Date(end.getTime() - DAY), to: end });
  }
  return found;
}
