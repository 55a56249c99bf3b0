import type { Period } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import { fhirInterval } from "#app/shared/dates.ts";
import type { When } from "../view.ts";
import type { EntryRow } from "./entry-row.ts";

/** The clinical time of an entry, as stored. A point in time has no `to`. */
export function whenOf(row: Pick<EntryRow, "timeLow" | "timeHigh" | "timePrecision">): When | undefined {
  if (!row.timeLow || !row.timePrecision) return undefined;
  const span = row.timeHigh ? row.timeHigh.getTime() - row.timeLow.getTime() : 0;
  const isPoint = span <= POINT[row.timePrecision];
  return {
    from: row.timeLow.toISOString(),
    precision: row.timePrecision,
    ...(row.timeHigh && !isPoint ? { to: lastMoment(row.timeHigh) } : {}),
  };
}

/** The longest span that is one date of that precision rather than a period. */
const POINT = { time: 60_000, day: 86_400_000, month: 31 * 86_400_000, year: 366 * 86_400_000 } as const;

/** Stored intervals end before `high`; people read the last moment inside. */
const lastMoment = (high: Date): string => new Date(high.getTime() - 1).toISOString();

/** A FHIR date as people read it. */
export function whenFrom(text: string | undefined): When | undefined {
  const interval = text ? fhirInterval(text) : undefined;
  return interval ? { from: interval.low.toISOString(), precision: interval.precision } : undefined;
}

/** The last day of a period, inclusive. */
export function endOf(period: Period | undefined): When | undefined {
  const interval = period?.end ? fhirInterval(period.end) : undefined;
  return interval
    ? { from: interval.low.toISOString(), to: lastMoment(interval.high), precision: interval.precision }
    : undefined;
}
