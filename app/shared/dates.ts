export type DatePrecision = "year" | "month" | "day" | "time";

/** A stretch of time `[low, high)`; a partial date covers all it may mean. */
export interface Interval {
  readonly low: Date;
  readonly high: Date;
  readonly precision: DatePrecision;
}

/** Dates without a zone are Vietnamese dates (UTC+7, no summer time). */
const VIETNAM = "+07:00";

/** The instants a year begins and ends at in Việt Nam; `to` is not of it any more. */
export const vietnamYear = (year: number): { from: Date; to: Date } => ({
  from: new Date(`${year}-01-01T00:00:00${VIETNAM}`),
  to: new Date(`${year + 1}-01-01T00:00:00${VIETNAM}`),
});

/** FHIR's calendar is the years 1 to 9999, and so is what we can write down; a zone must not lead out of it. */
const FIRST = Date.parse("0001-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

const LONGEST_PARTIAL = "YYYY-MM-DD".length;
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MOMENT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** The Vietnamese day of a moment, as 'YYYY-MM-DD'. */
export const localDay = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** The Vietnamese date and minute of a moment, as a date and time field wants it: 'YYYY-MM-DDTHH:MM'. */
export const localMinute = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16);

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

const between = (low: number, high: number): Pick<Interval, "low" | "high"> => ({
  low: new Date(Math.min(Math.max(low, FIRST), LAST)),
  high: new Date(Math.min(Math.max(high, FIRST), LAST)),
});

function localMidnight(year: number, month: number, day: number): number {
  if (year > 9999) return LAST;
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return Date.parse(`${text}T00:00:00${VIETNAM}`);
}

function partial(text: string): Interval | undefined {
  const [, y, m, d] = PARTIAL.exec(text) ?? [];
  const [year, month, day] = [Number(y), Number(m ?? 1), Number(d ?? 1)];
  if (!y || year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const low = localMidnight(year, month, day);
  if (d) return { ...between(low, low + 86_400_000), precision: "day" };
  const nextYear = localMidnight(year + 1, 1, 1);
  if (!m) return { ...between(low, nextYear), precision: "year" };
  return { ...between(low, month === 12 ? nextYear : localMidnight(year, month + 1, 1)), precision: "month" };
}

function moment(text: string): Interval | undefined {
  const [, y, m, d, hh, mm, ss, , zone] = MOMENT.exec(text) ?? [];
  if (!y || Number(y) < 1 || Number(m) < 1 || Number(m) > 12) return undefined;
  if (Number(d) < 1 || Number(d) > daysInMonth(Number(y), Number(m))) return undefined;
  if (Number(hh) > 23 || Number(mm) > 59 || Number(ss ?? 0) > 60) return undefined;
  const [zoneHours, zoneMinutes] = zone === "Z" ? [0, 0] : [Number(zone?.slice(1, 3)), Number(zone?.slice(4))];
  if (zoneMinutes > 59 || zoneHours * 60 + zoneMinutes > 14 * 60) return undefined;
  // A leap second (":60") is real in FHIR but not in JavaScript.
  const low = Date.parse(ss === "60" ? text.replace(/:60(\.\d+)?(Z|[+-])/, ":59$2") : text);
  return { ...between(low, low + (ss ? 1_000 : 60_000)), precision: "time" };
}

/**
 * A FHIR date, dateTime or instant as an interval; `undefined` when it is no real date
 * (2026-02-30, month 13, a time without a zone). FHIR R4 §2.24.0.1.
 */
export function fhirInterval(text: string): Interval | undefined {
  const known = read.get(text);
  if (known) return known;
  const interval = text.length > LONGEST_PARTIAL ? moment(text) : partial(text);
  if (read.size >= MOST_READ) read.clear();
  if (interval) read.set(text, interval);
  return interval;
}

/** A delivery says the same few times again and again. Nobody changes an interval. */
const read = new Map<string, Interval>();
const MOST_READ = 500;

/** First and last day a partial date may mean, as 'YYYY-MM-DD'; for birth dates. */
export function birthInterval(text: string): { low: string; high: string } | undefined {
  const [, y, m, d] = PARTIAL.exec(text) ?? [];
  if (!y || !partial(text)) return undefined;
  const month = m ?? "12";
  return {
    low: `${y}-${m ?? "01"}-${d ?? "01"}`,
    high: `${y}-${month}-${d ?? String(daysInMonth(Number(y), Number(month))).padStart(2, "0")}`,
  };
}
