import type { Issue } from "./issues.ts";

type Json = Record<string, unknown>;

/** Elements that exist, or have this form, in STU3 and not in R4. */
const signs: { type: string; element: string; is: (resource: Json) => boolean; r4: string }[] = [
  {
    type: "AllergyIntolerance",
    element: "clinicalStatus",
    is: (r) => typeof r.clinicalStatus === "string",
    r4: "a CodeableConcept",
  },
  {
    type: "Condition",
    element: "clinicalStatus",
    is: (r) => typeof r.clinicalStatus === "string",
    r4: "a CodeableConcept",
  },
  { type: "Condition", element: "assertedDate", is: (r) => "assertedDate" in r, r4: "recordedDate" },
  { type: "MedicationStatement", element: "taken", is: (r) => "taken" in r, r4: "part of status" },
  { type: "Immunization", element: "notGiven", is: (r) => "notGiven" in r, r4: "status not-done" },
  { type: "Immunization", element: "date", is: (r) => "date" in r, r4: "occurrenceDateTime" },
  { type: "Observation", element: "comment", is: (r) => "comment" in r, r4: "note" },
  { type: "Composition", element: "class", is: (r) => "class" in r, r4: "category" },
  { type: "Encounter", element: "reason", is: (r) => "reason" in r, r4: "reasonCode" },
  { type: "Procedure", element: "notDone", is: (r) => "notDone" in r, r4: "status not-done" },
  { type: "DocumentReference", element: "indexed", is: (r) => "indexed" in r, r4: "date" },
];

/** Says so when a Bundle is of an older FHIR release, naming the element that shows it. */
export function nameStu3(resources: unknown[]): Issue | undefined {
  for (const [index, resource] of resources.entries()) {
    if (typeof resource !== "object" || resource === null) continue;
    const sign = signs.find((s) => s.type === (resource as Json).resourceType && s.is(resource as Json));
    if (!sign) continue;
    return {
      severity: "error",
      type: "not-supported",
      code: "fhir-stu3",
      diagnostics: `This Bundle is FHIR STU3: ${sign.type}.${sign.element} is ${sign.r4} in R4. Send FHIR R4 (4.0.1).`,
      expression: `Bundle.entry[${index}].resource.${sign.element}`,
    };
  }
  return undefined;
}
