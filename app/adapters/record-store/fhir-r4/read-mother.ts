import { type PatientIdentity, readPatient } from "./read-patient.ts";
import type { Patient } from "./resources/people.ts";

/** HL7 v3 RoleCode: mother, natural mother, gestational mother. */
const MOTHER = new Set(["MTH", "NMTH", "NMTHF", "GESTM"]);

type Json = Readonly<Record<string, unknown>>;

/** Who a RelatedPerson says the mother is; `undefined` when it is somebody else. Its elements are a Patient's. */
export function readMother(related: Json): PatientIdentity | undefined {
  const codes = [related.relationship ?? []].flat().flatMap((concept) => {
    const { coding } = (concept ?? {}) as { coding?: unknown };
    return (Array.isArray(coding) ? coding : []).map((c: { code?: unknown } | null) => c?.code);
  });
  return codes.some((code) => typeof code === "string" && MOTHER.has(code))
    ? readPatient(related as unknown as Patient)
    : undefined;
}

/** Patient.multipleBirth: 0 for an only child, which of several, -1 for one of several. */
export function birthOrderOf(patient: Json): number | undefined {
  const { multipleBirthInteger: nth, multipleBirthBoolean: several } = patient;
  const order = nth === undefined ? undefined : Number(String(nth));
  if (order !== undefined && Number.isInteger(order) && order > 0 && order < 100) return order;
  return several === undefined ? undefined : several === true ? -1 : 0;
}
