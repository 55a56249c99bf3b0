import { age } from "./format/age.ts";
import { clock, point, type Span, shortDay, span, spanOfDays } from "./format/dates.ts";
import { dayNumber, four, type LocalTime, localTime, weekday } from "./format/local-time.ts";
import { bytes, decimal, groupDigits } from "./format/numbers.ts";
import type { Locale } from "./locale.ts";
import type { Translate } from "./translate.ts";

/** How dates, numbers and ages are written, in one language at one moment. */
export interface Format {
  /** As precise as known: "2019", "10/2026", "12/10/2026", "08:30 12/10/2026", "12–15/10/2026". */
  when(when: Span): string;
  /** Without clock times, for lists. */
  day(when: Span): string;
  /** A moment: "08:30 12/10/2026". */
  moment(iso: string): string;
  /** A moment near now in words: "08:30 hôm nay", else as `moment`. */
  recent(iso: string): string;
  /** As `recent`, but the day alone once it is not near. */
  recentDay(iso: string): string;
  /** The date of a moment. */
  date(iso: string): string;
  clock(iso: string): string;
  /** The moment the page was made; empty when that is not known. */
  now(): string;
  /** "Thứ ba 24/11 · 08:30"; with the year when it is not this one. */
  appointment(when: Span): string;
  /** A day as a heading: "Hôm nay, thứ ba 24/11/2026". */
  longDay(iso: string): string;
  age(birth: { low: string; high: string }): string | undefined;
  decimal(text: string): string;
  count(n: number): string;
  bytes(n: number): string;
  /** "a, b và c" */
  list(items: string[]): string;
}

const weekdays = ["d0", "d1", "d2", "d3", "d4", "d5", "d6"] as const;

/** `now` is the moment the page was made; without it nothing is said relative to today. */
export function makeFormat(locale: Locale, t: Translate, now: string | undefined): Format {
  const today = now === undefined ? undefined : localTime(now);
  const daysAgo = (at: LocalTime) => (today ? dayNumber(today) - dayNumber(at) : Number.NaN);
  const nameOf = (at: LocalTime) => t(`common.weekday.${weekdays[weekday(at)] ?? "d0"}`);
  const moment = (iso: string) => span({ from: iso, precision: "time" }, locale);

  function recent(iso: string): string {
    const at = localTime(iso);
    const ago = at ? daysAgo(at) : Number.NaN;
    if (at && ago === 0) return t("common.todayAt", { time: clock(at) });
    if (at && ago === 1) return t("common.yesterdayAt", { time: clock(at) });
    return moment(iso);
  }

  function appointment(when: Span): string {
    const at = localTime(when.from);
    if (!at || when.precision === "year" || when.precision === "month") return span(when, locale);
    const sameYear = today?.year === at.year;
    const year = locale === "vi" ? `/${four(at.year)}` : ` ${four(at.year)}`;
    const day = `${nameOf(at)} ${shortDay(at, locale)}${sameYear ? "" : year}`;
    return when.precision === "time" ? `${day} · ${clock(at)}` : day;
  }

  function longDay(iso: string): string {
    const at = localTime(iso);
    if (!at) return iso;
    const ago = daysAgo(at);
    const date = `${nameOf(at)} ${point(at, "day", locale)}`;
    // Vietnamese weekdays take a capital at the start of a line only.
    const inside = locale === "vi" ? date.charAt(0).toLowerCase() + date.slice(1) : date;
    if (ago === 0) return t("common.todayIs", { date: inside });
    return ago === 1 ? t("common.yesterdayIs", { date: inside }) : date;
  }

  function ageInWords(birth: { low: string; high: string }): string | undefined {
    const found = now === undefined ? undefined : age(birth, now);
    if (!found) return undefined;
    const words = t(`common.${found.unit}`, { n: found.n });
    return found.about ? t("common.about", { age: words }) : words;
  }

  return {
    when: (when) => span(when, locale),
    day: (when) => spanOfDays(when, locale),
    moment,
    recent,
    recentDay: (iso) => {
      const at = localTime(iso);
      return at && daysAgo(at) > 1 ? point(at, "day", locale) : recent(iso);
    },
    date: (iso) => span({ from: iso, precision: "day" }, locale),
    clock: (iso) => {
      const at = localTime(iso);
      return at ? clock(at) : iso;
    },
    appointment,
    longDay,
    now: () => (now === undefined ? "" : moment(now)),
    age: ageInWords,
    decimal: (text) => decimal(text, locale),
    count: (n) => groupDigits(n, locale),
    bytes: (n) => bytes(n, locale),
    list: (items) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
  };
}
