import { relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";

/** Elements by which a resource says whose it is (R4 Patient compartment). */
const SUBJECT = ["subject", "patient", "beneficiary", "individual", "for"] as const;
/** A Patient named by a search, or on a server we know nothing of. */
const SOME_PATIENT = /(?:^|\/)Patient[/?]/;

type Resource = Readonly<Record<string, unknown>>;

/** The elements by which a resource says whose it is; of any form, for not all types are checked. */
function subjects(resource: Resource): { reference?: unknown; identifier?: unknown }[] {
  const named = SUBJECT.flatMap((element) => resource[element] ?? []);
  const invited = resource.resourceType === "Appointment" ? [resource.participant ?? []].flat() : [];
  return [...named, ...invited.map((p) => (p as { actor?: unknown } | null)?.actor)].flatMap((s) => s ?? []);
}

/** The references by which a resource says whose it is, as they are written. */
export const subjectReferences = (resource: Resource): string[] =>
  subjects(resource).flatMap(({ reference }) => (typeof reference === "string" ? reference : []));

/** The numbers by which it does, beside a reference or instead, or in a Patient it contains. */
export function subjectIdentifiers(resource: Resource): { system: string; value: string }[] {
  const references = new Set(subjectReferences(resource));
  const contained = (Array.isArray(resource.contained) ? resource.contained : []).filter(
    (c: { resourceType?: unknown; id?: unknown } | null) => c?.resourceType === "Patient" && references.has(`#${c.id}`),
  );
  return [...subjects(resource), ...contained]
    .flatMap(({ identifier }) => [identifier ?? []].flat())
    .flatMap((i) => {
      const { system, value } = (i ?? {}) as { system?: unknown; value?: unknown };
      return typeof system === "string" && typeof value === "string" && value.trim() ? { system, value } : [];
    });
}

/** The source ids of the Patients a resource says it is about; `undefined` for one that cannot be told. */
export const patientsNamed = (resource: Resource): (string | undefined)[] =>
  subjectReferences(resource).flatMap((reference) => {
    const target = relativeTarget(reference);
    if (target) return target.type === "Patient" ? [target.sourceId] : [];
    return SOME_PATIENT.test(reference) ? [undefined] : [];
  });
