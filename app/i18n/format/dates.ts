import type { DatePrecision } from "#app/shared/dates.ts";
import type { Locale } from "../locale.ts";
import { four, type LocalTime, localTime, two } from "./local-time.ts";

/** A date or stretch of time as far as it is known; `to` is the last day or moment of it. */
export interface Span {
  from: string;
  to?: string;
  precision: DatePrecision;
}

/** English months in letters: 12/10 means two different days to English readers. */
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const enMonth = (t: LocalTime): string => MONTHS[t.month - 1] ?? "";

const day = {
  vi: (t: LocalTime) => `${two(t.day)}/${two(t.month)}/${four(t.year)}`,
  en: (t: LocalTime) => `${t.day} ${enMonth(t)} ${four(t.year)}`,
};
const month = {
  vi: (t: LocalTime) => `${two(t.month)}/${four(t.year)}`,
  en: (t: LocalTime) => `${enMonth(t)} ${four(t.year)}`,
};

export const clock = (t: LocalTime): string => `${two(t.hour)}:${two(t.minute)}`;

/** Day and month without the year, for appointments and the log of one day. */
export const shortDay = (t: LocalTime, locale: Locale): string =>
  locale === "vi" ? `${two(t.day)}/${two(t.month)}` : `${t.day} ${enMonth(t)}`;

export function point(t: LocalTime, precision: DatePrecision, locale: Locale): string {
  if (precision === "year") return four(t.year);
  if (precision === "month") return month[locale](t);
  if (precision === "day") return day[locale](t);
  return `${clock(t)} ${day[locale](t)}`;
}

/** Two days, saying what they share once: "12–15/10/2026", "28/10 – 03/11/2026". */
function days(a: LocalTime, b: LocalTime, locale: Locale): string {
  if (a.year !== b.year) return `${day[locale](a)} – ${day[locale](b)}`;
  if (a.month !== b.month) return `${shortDay(a, locale)} – ${day[locale](b)}`;
  if (a.day === b.day) return day[locale](a);
  return `${locale === "vi" ? two(a.day) : a.day}–${day[locale](b)}`;
}

const sameDay = (a: LocalTime, b: LocalTime) => a.year === b.year && a.month === b.month && a.day === b.day;

function stretch(a: LocalTime, b: LocalTime, precision: DatePrecision, locale: Locale): string {
  if (precision === "day") return days(a, b, locale);
  if (precision === "time") {
    if (!sameDay(a, b)) return `${point(a, precision, locale)} – ${point(b, precision, locale)}`;
    return clock(a) === clock(b) ? point(a, precision, locale) : `${clock(a)}–${point(b, precision, locale)}`;
  }
  const [from, to] = [point(a, precision, locale), point(b, precision, locale)];
  if (from === to) return from;
  return precision === "year" ? `${from}–${to}` : `${from} – ${to}`;
}

/** A date or stretch in words, no more precise than what is known. */
export function span(when: Span, locale: Locale): string {
  const from = localTime(when.from);
  const to = when.to === undefined ? undefined : localTime(when.to);
  if (!from) return when.from;
  return to ? stretch(from, to, when.precision, locale) : point(from, when.precision, locale);
}

/** The days of a stretch, leaving clock times out: for lists. */
export const spanOfDays = (when: Span, locale: Locale): string =>
  span(when.precision === "time" ? { ...when, precision: "day" } : when, locale);
