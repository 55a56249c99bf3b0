import type { RawResource } from "./bundle.ts";

const CODE_ELEMENT: ReadonlyMap<string, string> = new Map([
  ["FamilyMemberHistory", "relationship"],
  ["Immunization", "vaccineCode"],
  ["MedicationAdministration", "medicationCodeableConcept"],
  ["MedicationDispense", "medicationCodeableConcept"],
  ["MedicationRequest", "medicationCodeableConcept"],
  ["MedicationStatement", "medicationCodeableConcept"],
  ["Composition", "type"],
  ["DocumentReference", "type"],
]);

/** The first coding of what the resource is about; for look-ups, not for showing. */
export function mainCode(resource: RawResource): { system?: string; code?: string } {
  const coding = firstCoding(resource[CODE_ELEMENT.get(resource.resourceType) ?? "code"]);
  if (!coding) return {};
  return { ...(typeof coding.system === "string" ? { system: coding.system } : {}), code: coding.code };
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

const conceptCode = (value: unknown): string | undefined => firstCoding(value)?.code;

/** Types whose form is not checked come here too: nothing is taken for granted. */
function firstCoding(value: unknown): { system?: unknown; code: string } | undefined {
  const list = (value as { coding?: unknown } | null | undefined)?.coding;
  if (!Array.isArray(list)) return undefined;
  return list.find((c: { code?: unknown } | null) => typeof c?.code === "string" && c.code !== "");
}
