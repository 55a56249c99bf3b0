import type {
  Immunization,
  ImmunizationRecommendation,
} from "#app/adapters/record-store/fhir-r4/resources/vaccinations.ts";
import { localDay } from "#app/shared/dates.ts";
import { type EntryRow, isUnsafe, readRow } from "../internal/entry-row.ts";
import { vaccinationsDue } from "../internal/vaccinations-due.ts";
import { whenOf } from "../internal/when.ts";
import type { DaySpan } from "./days.ts";
import type { Recommended } from "./plan.ts";
import { recognise } from "./recognise.ts";
import type { RecordedDose } from "./take-doses.ts";

/** A dose as it is recorded; one that was not given, is weak, was taken back or comes with an unread modifier does not count. */
export function recordedDose(row: EntryRow, today: string): RecordedDose {
  const { resource } = readRow<Immunization>(row);
  const found = recognise(resource.vaccineCode);
  const day = dayOf(row);
  const isGiven = resource.status === "completed" && resource.isSubpotent !== true;
  return {
    id: row.id,
    antigens: found?.antigens ?? [],
    maybe: found?.maybe ?? [],
    day,
    counts: isGiven && !row.withdrawn && !isUnsafe(row) && (day === undefined || day.low <= today),
    number: resource.protocolApplied?.[0]?.doseNumberPositiveInt,
  };
}

/** What a facility recommends, each vaccination by itself; a disease is named as its vaccine is. */
export function recommendedBy(row: EntryRow, now: Date): Recommended[] {
  if (row.withdrawn || isUnsafe(row)) return [];
  const { resource } = readRow<ImmunizationRecommendation>(row);
  return (resource.recommendation ?? []).flatMap((one) => {
    const concept = one.vaccineCode?.[0] ?? one.targetDisease;
    const antigens = recognise(concept)?.antigens ?? [];
    const [due] = vaccinationsDue({ ...resource, recommendation: [one] }, whenOf(row), row.withdrawn, now);
    if (antigens.length === 0 || !due) return [];
    const { title, status, open, when, dateIs } = due;
    const madeOn = row.timeLow ? localDay(row.timeLow) : undefined;
    return [{ antigens, id: row.id, facility: row.facility, title, status, open, when, dateIs, madeOn }];
  });
}

function dayOf({ timeLow, timeHigh }: EntryRow): DaySpan | undefined {
  if (!timeLow) return undefined;
  const low = localDay(timeLow);
  return { low, high: timeHigh && timeHigh > timeLow ? localDay(new Date(timeHigh.getTime() - 1)) : low };
}
