import type { RawResource } from "./bundle.ts";
import type { Place } from "./walk.ts";

interface Invariant {
  key: string;
  /** Where it is told. */
  element: string;
  says: string;
  broken(resource: RawResource): boolean;
}

/** The first code of a concept, of whatever form. */
const codes = (value: unknown): string[] => {
  const codings = (value as { coding?: unknown } | null | undefined)?.coding;
  return Array.isArray(codings)
    ? codings.flatMap((c: { code?: unknown } | null) => (typeof c?.code === "string" ? c.code : []))
    : [];
};
const has = (resource: RawResource, start: string): boolean =>
  Object.keys(resource).some((key) => key.startsWith(start));
const isWrong = (resource: RawResource): boolean => codes(resource.verificationStatus).includes("entered-in-error");
const list = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value : []);

const statusOfWrong = (key: string): Invariant => ({
  key,
  element: "clinicalStatus",
  says: "what was entered in error has no clinicalStatus",
  broken: (r) => isWrong(r) && r.clinicalStatus !== undefined,
});

/**
 * Rules across elements that decide what a reader may believe (http://hl7.org/fhir/R4, each by its key). All
 * are warnings: the book reads either side safely, and a refused result would be a lost one.
 */
const INVARIANTS: Readonly<Record<string, readonly Invariant[]>> = {
  Condition: [
    {
      key: "con-3",
      element: "clinicalStatus",
      says: "a problem-list item has a clinicalStatus unless it was entered in error",
      broken: (r) =>
        r.clinicalStatus === undefined &&
        !isWrong(r) &&
        list(r.category).some((c) => codes(c).includes("problem-list-item")),
    },
    {
      key: "con-4",
      element: "clinicalStatus",
      says: "what has abated is inactive, resolved or in remission",
      broken: (r) =>
        has(r, "abatement") &&
        r.clinicalStatus !== undefined &&
        !codes(r.clinicalStatus).some((c) => ["inactive", "resolved", "remission"].includes(c)),
    },
    statusOfWrong("con-5"),
  ],
  AllergyIntolerance: [
    {
      key: "ait-1",
      element: "clinicalStatus",
      says: "an allergy has a clinicalStatus unless it was entered in error",
      broken: (r) => r.clinicalStatus === undefined && !isWrong(r),
    },
    statusOfWrong("ait-2"),
  ],
  Observation: [
    {
      key: "obs-6",
      element: "dataAbsentReason",
      says: "a value and a reason for its absence exclude each other",
      broken: (r) => r.dataAbsentReason !== undefined && has(r, "value"),
    },
    {
      key: "obs-7",
      element: "component",
      says: "a component with the code of the whole excludes a value of the whole",
      broken: (r) =>
        has(r, "value") && list(r.component).some((c) => codes(c?.code).some((x) => codes(r.code).includes(x))),
    },
  ],
  Appointment: [
    {
      key: "app-3",
      element: "start",
      says: "start and end are left out only while it is proposed, cancelled or waiting",
      broken: (r) =>
        (r.start === undefined || r.end === undefined) &&
        !["proposed", "cancelled", "waitlist"].includes(String(r.status)),
    },
    {
      key: "app-4",
      element: "cancelationReason",
      says: "a reason for cancelling is there only when it is cancelled or nobody came",
      broken: (r) => r.cancelationReason !== undefined && !["cancelled", "noshow"].includes(String(r.status)),
    },
  ],
};

export function checkInvariants(resource: RawResource, place: Place): void {
  if (Array.isArray(resource.contained) && resource.contained.some((c) => c?.contained !== undefined))
    place.sayOf("contained", "warning", "invariant", "dom-2", "A contained resource contains no others (dom-2).");
  const own = Object.hasOwn(INVARIANTS, resource.resourceType) ? INVARIANTS[resource.resourceType] : undefined;
  for (const { key, element, says, broken } of own ?? [])
    if (broken(resource)) place.sayOf(element, "warning", "invariant", key, `By FHIR R4, ${says} (${key}).`);
}
