import { fhirInterval, type Interval } from "#app/shared/dates.ts";
import type { RawResource } from "./bundle.ts";

/** Per type, the elements that say when it happened clinically, best first. */
const WHEN: ReadonlyMap<string, readonly string[]> = new Map([
  ["AllergyIntolerance", ["recordedDate", "onsetDateTime", "onsetPeriod", "lastOccurrence"]],
  ["Appointment", ["start", "requestedPeriod.0", "created"]],
  ["CarePlan", ["period", "created"]],
  ["Claim", ["billablePeriod", "created"]],
  ["Composition", ["date"]],
  ["Condition", ["onsetDateTime", "onsetPeriod", "recordedDate"]],
  ["Coverage", ["period"]],
  ["DeviceUseStatement", ["timingDateTime", "timingPeriod", "recordedOn"]],
  ["DiagnosticReport", ["effectiveDateTime", "effectivePeriod", "issued"]],
  ["DocumentReference", ["date", "context.period"]],
  ["Encounter", ["period"]],
  ["ExplanationOfBenefit", ["billablePeriod", "created"]],
  ["FamilyMemberHistory", ["date"]],
  ["Flag", ["period"]],
  ["Goal", ["startDate", "statusDate"]],
  ["ImagingStudy", ["started"]],
  ["Immunization", ["occurrenceDateTime", "recorded"]],
  ["ImmunizationRecommendation", ["date"]],
  ["Invoice", ["date"]],
  ["MedicationAdministration", ["effectiveDateTime", "effectivePeriod"]],
  ["MedicationDispense", ["whenHandedOver", "whenPrepared"]],
  ["MedicationRequest", ["authoredOn"]],
  ["MedicationStatement", ["effectivePeriod", "effectiveDateTime", "dateAsserted"]],
  ["Observation", ["effectiveDateTime", "effectivePeriod", "effectiveInstant", "issued"]],
  ["Procedure", ["performedDateTime", "performedPeriod"]],
  ["ServiceRequest", ["occurrenceDateTime", "occurrencePeriod", "authoredOn"]],
]);

/** When it happened, as an interval; an open period has no end. `undefined` when it does not say. */
export function clinicalTime(
  resource: RawResource,
): { low: Date; high: Date | undefined; precision: Interval["precision"] } | undefined {
  for (const path of WHEN.get(resource.resourceType) ?? []) {
    const value = path.includes(".")
      ? path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], resource)
      : resource[path];
    const found = typeof value === "string" ? fhirInterval(value) : periodInterval(value);
    if (found) return found;
  }
  return undefined;
}

function periodInterval(value: unknown) {
  if (typeof value !== "object" || value === null) return undefined;
  const { start, end } = value as { start?: unknown; end?: unknown };
  const from = typeof start === "string" ? fhirInterval(start) : undefined;
  const to = typeof end === "string" ? fhirInterval(end) : undefined;
  if (!from) return to;
  const high = to && to.high >= from.low ? to.high : undefined;
  return { low: from.low, high, precision: from.precision };
}
