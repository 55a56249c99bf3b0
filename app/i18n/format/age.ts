import { dayNumber, localTime } from "./local-time.ts";

/** How old somebody is, in the unit people use: days, then months until six, then years. */
export interface Age {
  unit: "days" | "months" | "years";
  n: number;
  /** The birth date is only partly known. */
  about: boolean;
}

function fullMonths(birth: string, now: string): { months: number; days: number } | undefined {
  const [b, n] = [localTime(birth), localTime(now)];
  if (!b || !n) return undefined;
  const months = (n.year - b.year) * 12 + (n.month - b.month) - (n.day < b.day ? 1 : 0);
  return { months, days: dayNumber(n) - dayNumber(b) };
}

/** Vietnamese records count children under 72 months in months. */
export function age(birth: { low: string; high: string }, now: string): Age | undefined {
  const [oldest, youngest] = [fullMonths(birth.low, now), fullMonths(birth.high, now)];
  if (!oldest || !youngest || oldest.days < 0) return undefined;
  const about = birth.low !== birth.high;
  if (about) return { unit: "years", n: Math.max(0, Math.floor((oldest.months + youngest.months) / 24)), about };
  if (oldest.months < 1) return { unit: "days", n: oldest.days, about };
  if (oldest.months < 72) return { unit: "months", n: oldest.months, about };
  return { unit: "years", n: Math.floor(oldest.months / 12), about };
}
