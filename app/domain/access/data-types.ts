import { TOLD } from "#app/adapters/record-store/fhir-r4/systems.ts";

/**
 * The named data types of the access matrix. Each is a section of the book; the last four are not
 * pages of it: who the person is, money, what is kept but not shown, and who looked.
 */
export const bookSections = [
  "allergies",
  "medicines",
  "conditions",
  "results",
  "visits",
  "vaccinations",
  "procedures",
  "documents",
  "next-steps",
  "history",
] as const;

export const dataTypes = [...bookSections, "identity", "money", "other", "log"] as const;

export type BookSection = (typeof bookSections)[number];
export type DataType = (typeof dataTypes)[number];

const sections: ReadonlyMap<string, DataType> = new Map([
  ["AllergyIntolerance", "allergies"],
  ["MedicationAdministration", "medicines"],
  ["MedicationDispense", "medicines"],
  ["MedicationRequest", "medicines"],
  ["MedicationStatement", "medicines"],
  ["Condition", "conditions"],
  ["Flag", "conditions"],
  ["DiagnosticReport", "results"],
  ["ImagingStudy", "results"],
  ["Observation", "results"],
  ["Encounter", "visits"],
  ["Immunization", "vaccinations"],
  ["DeviceUseStatement", "procedures"],
  ["Procedure", "procedures"],
  ["Composition", "documents"],
  ["DocumentReference", "documents"],
  ["Appointment", "next-steps"],
  ["CarePlan", "next-steps"],
  ["Goal", "next-steps"],
  ["ImmunizationRecommendation", "next-steps"],
  ["ServiceRequest", "next-steps"],
  ["FamilyMemberHistory", "history"],
  ["Patient", "identity"],
  // The card, its validity and its first facility: administrative data (Decision 31/QĐ-BYT 2026, group 1).
  ["Coverage", "identity"],
  ["Person", "identity"],
  ["RelatedPerson", "identity"],
  ["Account", "money"],
  ["ChargeItem", "money"],
  ["Claim", "money"],
  ["ClaimResponse", "money"],
  ["CoverageEligibilityRequest", "money"],
  ["CoverageEligibilityResponse", "money"],
  ["ExplanationOfBenefit", "money"],
  ["Invoice", "money"],
  ["PaymentNotice", "money"],
  ["PaymentReconciliation", "money"],
]);

/** The section a FHIR R4 type is kept under; unknown types are kept as `other` and not shown. */
export const sectionOf = (resourceType: string): DataType => sections.get(resourceType) ?? "other";

/** Categories of what somebody was asked and told, which no examination found: habits, living conditions, a form's answers. */
const TOLD_CATEGORIES: ReadonlySet<unknown> = new Set(["social-history", TOLD.code]);

/** The section of one resource: what somebody told of their life is no result, though it comes as an Observation. */
export const sectionOfResource = (resource: { resourceType: string; category?: unknown }): DataType =>
  resource.resourceType === "Observation" && isTold(resource.category) ? "history" : sectionOf(resource.resourceType);

function isTold(category: unknown): boolean {
  return [category ?? []].flat().some((one: { coding?: unknown } | null) => {
    const codings = Array.isArray(one?.coding) ? one.coding : [];
    return codings.some((coding: { code?: unknown } | null) => TOLD_CATEGORIES.has(coding?.code));
  });
}
