import { z } from "zod";
import * as t from "../datatypes.ts";

/** http://hl7.org/fhir/R4/encounter.html */
export const encounter = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("Encounter"),
  status: z.string().optional(),
  class: t.coding.optional(),
  type: z.array(t.codeableConcept).optional(),
  serviceType: t.codeableConcept.optional(),
  priority: t.codeableConcept.optional(),
  subject: t.reference.optional(),
  participant: z
    .array(z.looseObject({ type: z.array(t.codeableConcept).optional(), individual: t.reference.optional() }))
    .optional(),
  period: t.period.optional(),
  reasonCode: z.array(t.codeableConcept).optional(),
  reasonReference: z.array(t.reference).optional(),
  diagnosis: z
    .array(
      z.looseObject({
        condition: t.reference.optional(),
        use: t.codeableConcept.optional(),
        rank: z.number().optional(),
      }),
    )
    .optional(),
  hospitalization: z
    .looseObject({ dischargeDisposition: t.codeableConcept.optional(), admitSource: t.codeableConcept.optional() })
    .optional(),
  location: z.array(z.looseObject({ location: t.reference.optional() })).optional(),
  serviceProvider: t.reference.optional(),
  partOf: t.reference.optional(),
});

/** http://hl7.org/fhir/R4/procedure.html */
export const procedure = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("Procedure"),
  status: z.string().optional(),
  category: t.codeableConcept.optional(),
  code: t.codeableConcept.optional(),
  subject: t.reference.optional(),
  encounter: t.reference.optional(),
  performedDateTime: t.dateTime.optional(),
  performedPeriod: t.period.optional(),
  performedString: z.string().optional(),
  performer: z.array(z.looseObject({ actor: t.reference.optional() })).optional(),
  reasonCode: z.array(t.codeableConcept).optional(),
  bodySite: z.array(t.codeableConcept).optional(),
  outcome: t.codeableConcept.optional(),
  note: z.array(t.annotation).optional(),
});

/** http://hl7.org/fhir/R4/deviceusestatement.html – pacemakers, implants */
export const deviceUseStatement = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("DeviceUseStatement"),
  status: z.string().optional(),
  subject: t.reference.optional(),
  timingDateTime: t.dateTime.optional(),
  timingPeriod: t.period.optional(),
  recordedOn: t.dateTime.optional(),
  device: t.reference.optional(),
  bodySite: t.codeableConcept.optional(),
  note: z.array(t.annotation).optional(),
});

export type Encounter = z.infer<typeof encounter>;
export type Procedure = z.infer<typeof procedure>;
export type DeviceUseStatement = z.infer<typeof deviceUseStatement>;
