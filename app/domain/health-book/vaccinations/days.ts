import type { Stretch } from "./schedule.ts";

/** First and last Vietnamese day something may have been, as 'YYYY-MM-DD'. */
export interface DaySpan {
  low: string;
  high: string;
}

const text = (at: Date): string => at.toISOString().slice(0, 10);

/** A day so much later. A month ends with its last day: 31 January and one month is 28 February. */
export function later(day: string, by: Stretch): string {
  const at = new Date(`${day}T00:00:00Z`);
  if ("days" in by) {
    at.setUTCDate(at.getUTCDate() + by.days);
    return text(at);
  }
  const wanted = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + by.months);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(wanted, last));
  return text(at);
}

export const spanLater = ({ low, high }: DaySpan, by: Stretch): DaySpan => ({
  low: later(low, by),
  high: later(high, by),
});

const lastOf = (...days: string[]): string => days.sort().at(-1) ?? "";

/** The later of two, as far as it is known. */
export const latest = (a: DaySpan, b: DaySpan): DaySpan => ({
  low: lastOf(a.low, b.low),
  high: lastOf(a.high, b.high),
});
