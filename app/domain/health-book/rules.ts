import { type Nested, nest } from "#app/shared/nest.ts";
import type { MedicineView, NextStepView, ResultView, When } from "./view.ts";

/** FHIR statuses of something prescribed or stated that is being taken, or may be. */
const TAKEN = new Set(["active", "on-hold", "intended", "unknown", undefined]);

const DAY = 86_400_000;

/**
 * A prescription's validity is until when it may be collected, not taken: what is collected on the last day
 * lasts up to 90 days, the longest that is prescribed at once. Ending it earlier could hide what is being taken.
 */
const LONGEST_SUPPLY = 90 * DAY;

/** Nobody waits longer for a vaccination that was due: a newer recommendation has replaced it. */
const VACCINATION_WAITS = 2 * 366 * DAY;

/**
 * Is this a current medicine? Prescribed or stated, not stopped, and not past its last day. What was
 * dispensed or given is a fact of that day; without a last day it is "not known until when".
 */
export function isCurrentMedicine(
  medicine: Pick<MedicineView, "form" | "status" | "until" | "lasts" | "withdrawn" | "notToBeTaken">,
  now: Date,
): boolean {
  if (medicine.form !== "prescribed" && medicine.form !== "stated") return false;
  if (medicine.withdrawn || medicine.notToBeTaken || !TAKEN.has(medicine.status)) return false;
  const { until, lasts } = medicine;
  const more = until === undefined && lasts?.by === "collection" ? LONGEST_SUPPLY : 0;
  const last = endMs(until ?? lasts?.until);
  return last === undefined || last + more > now.getTime();
}

function endMs(when: When | undefined): number | undefined {
  return when && new Date(when.to ?? when.from).getTime();
}

const OPEN: Readonly<Record<NextStepView["form"], ReadonlySet<string | undefined>>> = {
  appointment: new Set(["proposed", "pending", "booked", "arrived", "checked-in", "waitlist"]),
  plan: new Set(["active", "draft", "on-hold", undefined]),
  goal: new Set(["proposed", "planned", "accepted", "active", "on-hold"]),
  request: new Set(["active", "draft", "on-hold", undefined]),
  "vaccination-due": new Set([undefined, "due", "overdue"]),
};

/** Is this still ahead or under way? An appointment stays until the day after. */
export function isOpenStep(step: Pick<NextStepView, "form" | "status" | "when" | "withdrawn">, now: Date): boolean {
  if (step.withdrawn || !OPEN[step.form].has(step.status)) return false;
  const end = endMs(step.when);
  if (step.form === "appointment") return end !== undefined && end + DAY > now.getTime();
  if (step.form === "vaccination-due") return end === undefined || end + VACCINATION_WAITS > now.getTime();
  if (step.form === "plan" && step.when?.to) return new Date(step.when.to) > now;
  return true;
}

/** The first so many results that stand on their own, each followed by what it is made of. */
export function firstResults(results: ResultView[], most: number): ResultView[] {
  const flat = ({ item, parts }: Nested<ResultView>): ResultView[] => [item, ...parts.flatMap(flat)];
  return nest(results, (result) => result.memberIds)
    .slice(0, most)
    .flatMap(flat);
}
