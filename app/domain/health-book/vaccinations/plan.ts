import type { When } from "../view.ts";
import { type DaySpan, later, latest, spanLater } from "./days.ts";
import {
  type Antigen,
  type Course,
  type CourseId,
  SCHEDULE_ENDS,
  type ScheduledDose,
  schedule,
  scheduleSources,
} from "./schedule.ts";
import { type RecordedDose, type Taken, takeDoses } from "./take-doses.ts";

/** What a facility says comes next. */
export interface Recommended {
  antigens: readonly Antigen[];
  id: string;
  facility: string;
  title: string | undefined;
  status: string | undefined;
  open: boolean;
  when: When | undefined;
  dateIs: string | undefined;
  /** The day it was said. */
  madeOn: string | undefined;
}

/** What the schedule says comes next. `from` and `until` are inclusive days, and spans where the birth date is one. */
export type NextDose =
  | { state: "complete" }
  | { state: "due" | "overdue" | "not-yet"; dose: number; from: DaySpan; until: DaySpan }
  | { state: "unsure"; dose: number; why: "uncounted" | "earlier-missing" | "birth-date" }
  /** Its time has passed, and the schedule does not say that it is made up. */
  | { state: "passed"; dose: number };

export interface CoursePlan {
  course: CourseId;
  /** How many doses the schedule has for this person. */
  of: number;
  given: { id: string; day: DaySpan }[];
  next: NextDose;
  /** A facility speaks of the same: it goes first. */
  told: Omit<Recommended, "antigens">[];
}

/** Is the schedule meant for somebody born then? */
export const isScheduled = (birth: DaySpan, today: string): boolean => today < later(birth.high, SCHEDULE_ENDS);

/**
 * What is given, due, late and not yet, by the national schedule. Pure; days are Vietnamese. A person's doses in any
 * order give the same, and a further dose never leaves more to be given.
 */
export function planVaccinations(
  birth: DaySpan,
  doses: RecordedDose[],
  recommended: Recommended[],
  today: string,
): CoursePlan[] {
  return schedule.flatMap((course) => {
    const rows = course.doses.filter((row) => isInForce(row, birth));
    if (rows.length === 0) return [];
    const found = takeDoses(course, rows, doses, birth);
    return [
      {
        course: course.id,
        of: rows.length,
        given: found.taken.map(({ id, day }) => ({ id, day })),
        next: nextOf(course, rows, found, birth, today),
        told: toldOf(course, rows, found, recommended),
      },
    ];
  });
}

function isInForce(row: ScheduledDose, birth: DaySpan): boolean {
  const comesOfAge = later(birth.high, row.from);
  return comesOfAge >= scheduleSources[row.source] && (row.to === undefined || comesOfAge < row.to);
}

function nextOf(
  course: Course,
  rows: ScheduledDose[],
  { taken, left }: Taken,
  birth: DaySpan,
  today: string,
): NextDose {
  const row = rows[taken.length];
  const dose = taken.length + 1;
  if (!row) return { state: "complete" };
  const first = course.afterBirth ? 2 : 1;
  const ahead = taken.some(({ number }, at) => number !== undefined && number > at + first);
  const { from, until } = windowOf(row, taken.at(-1)?.day, birth);
  if (today < from.low) return { state: "not-yet", dose, from, until };
  if (ahead) return { state: "unsure", dose, why: "earlier-missing" };
  if (left.length > 0) return { state: "unsure", dose, why: "uncounted" };
  if (today > until.high) return row.notMadeUp ? { state: "passed", dose } : { state: "overdue", dose, from, until };
  if (today >= from.high && today <= until.low) return { state: "due", dose, from, until };
  return { state: "unsure", dose, why: "birth-date" };
}

/** By age, and not before its distance from the dose before; then there is a month for it, as at every age. */
function windowOf(row: ScheduledDose, before: DaySpan | undefined, birth: DaySpan): { from: DaySpan; until: DaySpan } {
  const [from, until] = [spanLater(birth, row.from), spanLater(birth, row.until)];
  if (!before || !row.gap) return { from, until };
  const apart = spanLater(before, row.gap);
  return { from: latest(from, apart), until: latest(until, spanLater(apart, { months: 1 })) };
}

/** What a facility says of the whole course, and no day makes old. */
const SETTLED = new Set<string | undefined>(["complete", "immune", "contraind"]);

/** What facilities say of the same, but what a dose given since has answered. */
function toldOf(
  course: Course,
  rows: ScheduledDose[],
  { taken }: Taken,
  recommended: Recommended[],
): CoursePlan["told"] {
  if (course.atBirth) return [];
  const wanted = (rows[taken.length] ?? rows.at(-1))?.antigens ?? [];
  return recommended
    .filter(({ antigens, madeOn, open, status }) => {
      if (!open && !SETTLED.has(status)) return false;
      const answered = taken.some(({ day }) => madeOn !== undefined && day.low > madeOn);
      return !answered && wanted.length > 0 && wanted.every((one) => antigens.includes(one));
    })
    .map(({ antigens: _, ...told }) => told);
}
