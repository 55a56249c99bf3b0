import type { RawResource } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import type { Issue } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { type PatientIdentity, readPatient } from "#app/adapters/record-store/fhir-r4/read-patient.ts";
import { relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";
import type { Patient } from "#app/adapters/record-store/fhir-r4/resources/people.ts";
import type { Plan, Planned } from "./plan.ts";

/** Elements by which a resource says whose it is (R4 Patient compartment). */
const SUBJECT = ["subject", "patient", "beneficiary", "individual", "for"] as const;

export type Whose =
  | { kind: "patient"; entry: Planned; identity: PatientIdentity }
  /** No Patient here; everything refers to one the facility has sent before. */
  | { kind: "known"; patientSourceId: string }
  | { kind: "nobody"; issue: Issue };

/** Whose delivery this is, going only by what it says. */
export function whoseDelivery(plan: Plan): Whose {
  const patients = plan.entries.filter((e) => e.type === "Patient" && e.resource);
  if (patients.length > 1)
    return {
      kind: "nobody",
      issue: refusal(
        "two-patients",
        `The Bundle holds ${patients.length} Patients; one Bundle is about one person. Send one Bundle for each.`,
        patients[1]?.item.expression,
      ),
    };
  const [entry] = patients;
  if (entry?.resource) return { kind: "patient", entry, identity: readPatient(entry.resource as unknown as Patient) };

  const named = new Set(plan.entries.flatMap((e) => (e.resource && !e.directory ? (subjectOf(e.resource) ?? []) : [])));
  if (named.size > 1)
    return {
      kind: "nobody",
      issue: refusal(
        "two-patients",
        "The resources name more than one Patient; one Bundle is about one person. Send one Bundle for each.",
      ),
    };
  const [patientSourceId] = named;
  if (patientSourceId) return { kind: "known", patientSourceId };
  return {
    kind: "nobody",
    issue: refusal(
      "no-patient",
      "There is no Patient here and nothing refers to one, so this is nobody's health record. Send it together with the Patient it is about.",
    ),
  };
}

/** The source id of the Patient a resource is about, when it says so. */
export function subjectOf(resource: RawResource): string | undefined {
  for (const element of SUBJECT) {
    const reference = (resource[element] as { reference?: unknown } | undefined)?.reference;
    if (typeof reference !== "string") continue;
    const target = relativeTarget(reference);
    if (target?.type === "Patient") return target.sourceId;
  }
  return undefined;
}

/** Entries of a one-person delivery that say they are somebody else's, or nobody's. */
export function strangers(plan: Plan, patientSourceId: string): { entry: Planned; issue: Issue }[] {
  return plan.entries.flatMap((entry) => {
    if (!entry.resource || entry.directory || entry.type === "Patient") return [];
    const subject = subjectOf(entry.resource);
    if (subject === patientSourceId) return [];
    if (subject)
      return [
        {
          entry,
          issue: refusal(
            "other-patient",
            "This resource names another Patient than the Bundle's.",
            entry.item.expression,
          ),
        },
      ];
    const stated = SUBJECT.some(
      (element) => typeof (entry.resource?.[element] as { reference?: unknown } | undefined)?.reference === "string",
    );
    if (stated && entry.type !== "Group") {
      entry.issues.push({
        severity: "warning",
        type: "business-rule",
        code: "subject-not-patient",
        diagnostics: "The subject is not the Bundle's Patient; the resource is kept with the Bundle's person.",
        expression: entry.item.expression,
      });
    }
    return [];
  });
}

function refusal(code: string, diagnostics: string, expression?: string): Issue {
  return { severity: "error", type: "business-rule", code, diagnostics, ...(expression ? { expression } : {}) };
}
