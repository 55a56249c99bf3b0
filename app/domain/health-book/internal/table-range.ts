import type { BookPerson } from "../view.ts";

/** One line of a facility's own table of reference ranges, with the days its table holds: `[from, to)`. */
export interface RangeLine {
  facilityId: string;
  code: string;
  unit: string;
  sex: "male" | "female" | "any";
  ageFromDays: number;
  ageToDays: number | null;
  low: string | null;
  high: string | null;
  words: string | null;
  from: string;
  to: string | null;
}

/** A value without a range of its own: whose laboratory, which MA_CHI_SO, in which unit, on which Vietnamese day. */
export interface Measured {
  facilityId: string;
  code: string;
  unit: string;
  day: string;
}

type Whose = Pick<BookPerson, "birth" | "sex">;

const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/**
 * The one line that is certainly meant: every line that may apply is looked at, with a birth date known by year alone
 * as all its days and an unknown sex as both. Two that may, or one that only may, are none.
 */
export function rangeFor(
  lines: readonly RangeLine[],
  measured: Measured,
  { birth, sex }: Whose,
): RangeLine | undefined {
  if (!birth) return undefined;
  const [youngest, oldest] = [daysBetween(birth.high, measured.day), daysBetween(birth.low, measured.day)];
  if (oldest < 0) return undefined;
  const ages = { from: Math.max(0, youngest), to: oldest };
  const [only, ...others] = lines.filter(
    (line) =>
      line.facilityId === measured.facilityId &&
      line.code === measured.code &&
      line.unit === measured.unit &&
      line.from <= measured.day &&
      (line.to === null || measured.day < line.to) &&
      (line.sex === "any" || sex === "unknown" || line.sex === sex) &&
      ages.to >= line.ageFromDays &&
      (line.ageToDays === null || ages.from < line.ageToDays),
  );
  if (!only || others.length > 0) return undefined;
  const ofSex = only.sex === "any" || only.sex === sex;
  const ofAge = ages.from >= only.ageFromDays && (only.ageToDays === null || ages.to < only.ageToDays);
  return ofSex && ofAge ? only : undefined;
}
