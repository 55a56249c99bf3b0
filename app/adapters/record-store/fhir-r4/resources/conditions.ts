import { z } from "zod";
import * as t from "../datatypes.ts";

/** http://hl7.org/fhir/R4/condition.html */
export const condition = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("Condition"),
  clinicalStatus: t.codeableConcept.optional(),
  verificationStatus: t.codeableConcept.optional(),
  category: z.array(t.codeableConcept).optional(),
  severity: t.codeableConcept.optional(),
  code: t.codeableConcept.optional(),
  bodySite: z.array(t.codeableConcept).optional(),
  subject: t.reference.optional(),
  encounter: t.reference.optional(),
  onsetDateTime: t.dateTime.optional(),
  onsetPeriod: t.period.optional(),
  onsetString: z.string().optional(),
  abatementDateTime: t.dateTime.optional(),
  abatementPeriod: t.period.optional(),
  abatementString: z.string().optional(),
  recordedDate: t.dateTime.optional(),
  recorder: t.reference.optional(),
  asserter: t.reference.optional(),
  note: z.array(t.annotation).optional(),
});

/** http://hl7.org/fhir/R4/flag.html – alerts such as "fall risk" */
export const flag = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("Flag"),
  status: z.string().optional(),
  category: z.array(t.codeableConcept).optional(),
  code: t.codeableConcept.optional(),
  subject: t.reference.optional(),
  period: t.period.optional(),
  encounter: t.reference.optional(),
  author: t.reference.optional(),
});

export type Condition = z.infer<typeof condition>;
export type Flag = z.infer<typeof flag>;
