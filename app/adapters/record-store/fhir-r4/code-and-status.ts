import type { RawResource } from "./bundle.ts";
import type { CodeableConcept } from "./datatypes.ts";

const CODE_ELEMENT: Readonly<Record<string, string>> = {
  Immunization: "vaccineCode",
  MedicationAdministration: "medicationCodeableConcept",
  MedicationDispense: "medicationCodeableConcept",
  MedicationRequest: "medicationCodeableConcept",
  MedicationStatement: "medicationCodeableConcept",
  Composition: "type",
  DocumentReference: "type",
};

/** The first coding of what the resource is about; for look-ups, not for showing. */
export function mainCode(resource: RawResource): { system?: string; code?: string } {
  const element = resource[CODE_ELEMENT[resource.resourceType] ?? "code"] as CodeableConcept | undefined;
  const coding = element?.coding?.find((c) => c.code);
  return { ...(coding?.system ? { system: coding.system } : {}), ...(coding?.code ? { code: coding.code } : {}) };
}

/** The status that decides whether something is current; for conditions and allergies the clinical one. */
export function mainStatus(resource: RawResource): string | undefined {
  const verification = conceptCode(resource.verificationStatus);
  if (verification === "entered-in-error" || verification === "refuted") return verification;
  const clinical = conceptCode(resource.clinicalStatus);
  if (clinical) return clinical;
  const plain = resource.status ?? resource.lifecycleStatus;
  return typeof plain === "string" ? plain : verification;
}

function conceptCode(value: unknown): string | undefined {
  return (value as CodeableConcept | undefined)?.coding?.find((c) => c.code)?.code;
}
