import { type DaySpan, later } from "./days.ts";
import type { Antigen, Course, ScheduledDose } from "./schedule.ts";

/** A dose as the book has it, read for the schedule. */
export interface RecordedDose {
  id: string;
  /** What it surely holds; nothing where the vaccine was not recognised. */
  antigens: readonly Antigen[];
  /** What it may hold besides: "5 in 1" is said of two vaccines. */
  maybe: readonly Antigen[];
  /** When; nothing where only words are told. */
  day: DaySpan | undefined;
  /** Given, whole, and not taken back. */
  counts: boolean;
  /** The sender's own number of the dose. */
  number: number | undefined;
}

export interface Taken {
  taken: (RecordedDose & { day: DaySpan })[];
  /** May be doses of this course and were not counted: too early, without a day, or not surely of it. */
  left: RecordedDose[];
}

type Dated = RecordedDose & { day: DaySpan };

/**
 * The doses of a course, each by the first that may stand for it: so nothing given later makes an earlier one count less.
 * Of dates known in part, doses are apart only where they surely are.
 */
export function takeDoses(
  course: Course,
  rows: readonly ScheduledDose[],
  doses: RecordedDose[],
  birth: DaySpan,
): Taken {
  const wanted = new Set([...rows.flatMap((row) => row.antigens), ...(course.related ?? [])]);
  const concerned = doses.filter(
    (dose) => dose.counts && [...dose.antigens, ...dose.maybe].some((one) => wanted.has(one)),
  );
  const dated = concerned.filter((dose): dose is Dated => dose.day !== undefined).sort(byDay);
  const taken: Dated[] = [];
  const left: RecordedDose[] = concerned.filter((dose) => dose.day === undefined);
  for (const dose of dated) {
    const row = rows[taken.length];
    if (!row) break;
    if (fits(dose, row, taken.at(-1), birth)) taken.push(dose);
    else left.push(dose);
  }
  return { taken, left: left.filter((dose) => !isTwin(dose, taken) && isOfAge(dose, course, rows, birth)) };
}

function fits(dose: Dated, row: ScheduledDose, before: Dated | undefined, birth: DaySpan): boolean {
  if (!row.antigens.every((one) => dose.antigens.includes(one))) return false;
  if (dose.day.high < later(birth.low, row.earliest)) return false;
  if (row.latest && dose.day.high > later(birth.low, row.latest)) return false;
  return !before || dose.day.low >= later(before.day.high, row.gap ?? { days: 1 });
}

const byDay = (a: Dated, b: Dated): number =>
  a.day.high.localeCompare(b.day.high) || a.day.low.localeCompare(b.day.low) || a.id.localeCompare(b.id);

/** The same day twice is one dose told by two. */
const isTwin = (dose: RecordedDose, taken: Dated[]): boolean =>
  taken.some(({ day }) => day.low === dose.day?.low && day.high === dose.day.high);

/** A dose of another age says nothing of this course: the one at birth nothing of the three, and they nothing of it. */
function isOfAge({ day }: RecordedDose, course: Course, rows: readonly ScheduledDose[], birth: DaySpan): boolean {
  const [first] = rows;
  if (!day || !first) return true;
  if (first.latest && day.low > later(birth.high, first.latest)) return false;
  return !course.afterBirth || day.high >= later(birth.low, first.earliest);
}
