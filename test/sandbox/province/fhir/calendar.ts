import type { Day, Moment } from "./types.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Vietnam keeps UTC+7 all year. */
const OFFSET = 7 * 60 * MINUTE;

/** Days as the stories count them: from today, or from a birth. */
export interface Calendar {
  /** The date `offset` days from today; negative is past. */
  day(offset: number): Day;
  at(offset: number, time: string): Moment;
  /** As `at`, moved off the weekend: past days to the Friday before, coming ones to the Monday after. */
  workday(offset: number, time: string): Moment;
}

/** The calendar of the day that `today` is in Vietnam. */
export function calendar(today: Date): Calendar {
  const midnight = Math.floor((today.getTime() + OFFSET) / DAY) * DAY;
  const at = (offset: number, time: string) => moment(dayText(midnight + offset * DAY), time);
  return {
    day: (offset) => dayText(midnight + offset * DAY),
    at,
    workday: (offset, time) => at(offset + offWeekend(midnight + offset * DAY, offset < 0), time),
  };
}

/** A working day at least `days` after a date of birth, as clinics that vaccinate count ages. */
export function atAge(birthDate: Day, days: number, time: string): Moment {
  const due = Date.parse(birthDate) + days * DAY;
  return moment(dayText(due + offWeekend(due, false) * DAY), time);
}

export const moment = (day: Day, time: string): Moment => `${day}T${time}:00+07:00`;

export const dayOf = (at: Moment): Day => at.slice(0, 10);

export const plusMinutes = (at: Moment, minutes: number): Moment =>
  `${new Date(Date.parse(at) + OFFSET + minutes * MINUTE).toISOString().slice(0, 19)}+07:00`;

export const plusDays = (day: Day, days: number): Day => dayText(Date.parse(day) + days * DAY);

/** Whole days from one date to another. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** 12/11/2026, for dates inside a doctor's sentence. */
export const written = (day: Day): string => day.split("-").reverse().join("/");

const dayText = (utcMidnight: number): Day => new Date(utcMidnight).toISOString().slice(0, 10);

/** Days to add to leave Saturday or Sunday. */
function offWeekend(utcMidnight: number, back: boolean): number {
  const weekday = new Date(utcMidnight).getUTCDay();
  if (weekday === 6) return back ? -1 : 2;
  if (weekday === 0) return back ? -2 : 1;
  return 0;
}
