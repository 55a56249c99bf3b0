import { z } from "zod";
import * as t from "../datatypes.ts";

/** http://hl7.org/fhir/R4/allergyintolerance.html */
export const allergyIntolerance = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("AllergyIntolerance"),
  clinicalStatus: t.codeableConcept.optional(),
  verificationStatus: t.codeableConcept.optional(),
  type: z.string().optional(),
  category: z.array(z.string()).optional(),
  criticality: z.string().optional(),
  code: t.codeableConcept.optional(),
  patient: t.reference.optional(),
  encounter: t.reference.optional(),
  onsetDateTime: t.dateTime.optional(),
  onsetPeriod: t.period.optional(),
  recordedDate: t.dateTime.optional(),
  lastOccurrence: t.dateTime.optional(),
  recorder: t.reference.optional(),
  asserter: t.reference.optional(),
  note: z.array(t.annotation).optional(),
  reaction: z
    .array(
      z.looseObject({
        substance: t.codeableConcept.optional(),
        manifestation: z.array(t.codeableConcept).optional(),
        severity: z.string().optional(),
        description: z.string().optional(),
      }),
    )
    .optional(),
});

export type AllergyIntolerance = z.infer<typeof allergyIntolerance>;
