import { relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";

/** Elements by which a resource says whose it is (R4 Patient compartment). */
const SUBJECT = ["subject", "patient", "beneficiary", "individual", "for"] as const;
/** A Patient named by a search, or on a server we know nothing of. */
const SOME_PATIENT = /(?:^|\/)Patient[/?]/;

/** The references by which a resource says whose it is, as they are written. */
export function subjectReferences(resource: Readonly<Record<string, unknown>>): string[] {
  const named = SUBJECT.flatMap((element) => resource[element] ?? []);
  const invited = resource.resourceType === "Appointment" ? [resource.participant ?? []].flat() : [];
  return [...named, ...invited.map((p) => (p as { actor?: unknown } | null)?.actor)].flatMap((reference) => {
    const text = (reference as { reference?: unknown } | null | undefined)?.reference;
    return typeof text === "string" ? text : [];
  });
}

/** The source ids of the Patients a resource says it is about; `undefined` for one that cannot be told. */
export const patientsNamed = (resource: Readonly<Record<string, unknown>>): (string | undefined)[] =>
  subjectReferences(resource).flatMap((reference) => {
    const target = relativeTarget(reference);
    if (target) return target.type === "Patient" ? [target.sourceId] : [];
    return SOME_PATIENT.test(reference) ? [undefined] : [];
  });
