/** Failures in a row after which a source is left alone for a while. */
const FAILURES = 3;
const FIRST_PAUSE_S = 60;
const LONGEST_PAUSE_S = 3_600;

export interface Breaker {
  state: "closed" | "open" | "half_open";
  failures: number;
}

/** What a source offers that a book is made of, Patients first: everything else refers to them. */
export const pulledTypes = [
  "Patient",
  "Encounter",
  "Condition",
  "AllergyIntolerance",
  "MedicationRequest",
  "MedicationStatement",
  "Immunization",
  "Observation",
  "DiagnosticReport",
  "Procedure",
  "DocumentReference",
] as const;

export type PulledType = (typeof pulledTypes)[number];

/** After a failure: opens after three in a row, and at once where the probe of an open one failed. */
export function afterFailure(breaker: Breaker): Breaker {
  const failures = breaker.failures + 1;
  return { failures, state: breaker.state !== "closed" || failures >= FAILURES ? "open" : "closed" };
}

/**
 * Seconds until the next try: doubling up to an hour, never less than the server asked for, and spread by
 * `random` (0 to 1) so that sources that fell together do not come back together.
 */
export function pauseAfter(failures: number, random: number, asked = 0): number {
  const longest = Math.min(FIRST_PAUSE_S * 2 ** Math.min(failures - 1, 10), LONGEST_PAUSE_S);
  return Math.min(Math.max(Math.ceil(longest * (0.5 + random / 2)), asked), LONGEST_PAUSE_S);
}

/** The later of two times as a server writes them. */
export const laterOf = (a: string | undefined, b: string | undefined): string | undefined =>
  a && b ? (Date.parse(a) >= Date.parse(b) ? a : b) : (a ?? b);

const OVERLAP_MS = 600_000;
const DAY_MS = 86_400_000;

/**
 * From when to ask after a search was read to its end. Servers stamp a change before it can be seen, so the last ten
 * minutes are asked for again (no more once a day has passed without a change); a stamp from the future moves nothing
 * beyond the moment the search began, by the server's clock. Never goes back.
 */
export function sinceAfter(since: string | undefined, seen: string | undefined, started: string): string | undefined {
  if (seen === undefined) return since;
  const begun = Date.parse(started);
  const last = Math.min(Date.parse(seen), begun);
  if (begun - last > DAY_MS) return laterOf(since, seen);
  return laterOf(since, new Date(last - OVERLAP_MS).toISOString());
}
