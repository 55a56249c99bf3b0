import type { RawResource } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { resourceTypes } from "#app/adapters/record-store/fhir-r4/definitions/read-types.ts";

/** Types outside the Patient compartment (R4): about staff, places and things, never about a person's health. */
const DIRECTORY = new Set([
  "ActivityDefinition",
  "CodeSystem",
  "ConceptMap",
  "Endpoint",
  "HealthcareService",
  "InsurancePlan",
  "Location",
  "Medication",
  "MedicationKnowledge",
  "Organization",
  "OrganizationAffiliation",
  "PlanDefinition",
  "Practitioner",
  "PractitionerRole",
  "Questionnaire",
  "Schedule",
  "Slot",
  "StructureDefinition",
  "Substance",
  "ValueSet",
]);

export const isDirectoryType = (type: string): boolean => DIRECTORY.has(type);

/** A device in somebody's body is theirs; a device on a shelf is the facility's. */
export function isDirectoryResource(resource: RawResource): boolean {
  if (resource.resourceType === "Device") return resource.patient === undefined;
  return DIRECTORY.has(resource.resourceType);
}

/** Types a feed may send. A Bundle is sent to the address itself; the others are no resources anybody keeps. */
export const writableTypes = resourceTypes().filter(
  (type) => !["Bundle", "Binary", "Parameters", "OperationOutcome"].includes(type),
);
