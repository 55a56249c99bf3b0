import type { Issue } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { type PatientIdentity, readPatient } from "#app/adapters/record-store/fhir-r4/read-patient.ts";
import type { Patient } from "#app/adapters/record-store/fhir-r4/resources/people.ts";
import { patientsNamed, subjectReferences } from "../subject.ts";
import type { Plan, Planned } from "./plan.ts";

export type Whose =
  | { kind: "patient"; entry: Planned; identity: PatientIdentity }
  /** No Patient here; everything refers to one the facility has sent before. */
  | { kind: "known"; patientSourceId: string }
  /** Nothing but withdrawals: that of what they withdraw. */
  | { kind: "withdrawals" }
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

  if (plan.entries.length > 0 && plan.entries.every((e) => !e.resource)) return { kind: "withdrawals" };
  const named = new Set(plan.entries.flatMap((e) => (e.resource && !e.directory ? patientsNamed(e.resource) : [])));
  if (named.size > 1) return { kind: "nobody", issue: twoPatients() };
  const [patientSourceId] = named;
  return patientSourceId ? { kind: "known", patientSourceId } : { kind: "nobody", issue: noPatient() };
}

export const twoPatients = (): Issue =>
  refusal(
    "two-patients",
    "The resources name more than one Patient; one Bundle is about one person. Send one Bundle for each.",
  );

export const noPatient = (): Issue =>
  refusal(
    "no-patient",
    "There is no Patient here and nothing refers to one, so this is nobody's health record. Send it together with the Patient it is about.",
  );

export const neverSent = (): Issue => ({
  severity: "error",
  type: "not-found",
  code: "no-such-resource",
  diagnostics: "Your facility has sent no such resource.",
});

export const otherPatient = (entry: Planned): Issue =>
  refusal("other-patient", "This resource names another Patient than the Bundle's.", entry.item.expression);

/** Entries of a one-person delivery that say they are somebody else's, or nobody's. */
export function strangers(plan: Plan, patientSourceId: string): { entry: Planned; issue: Issue }[] {
  return plan.entries.flatMap((entry) => {
    if (!entry.resource || entry.directory || entry.type === "Patient") return [];
    const patients = patientsNamed(entry.resource);
    if (patients.includes(patientSourceId)) return [];
    if (patients.length > 0) return [{ entry, issue: otherPatient(entry) }];
    if (subjectReferences(entry.resource).length > 0 && entry.type !== "Group" && entry.type !== "Appointment") {
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
