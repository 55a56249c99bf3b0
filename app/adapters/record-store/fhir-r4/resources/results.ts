import { z } from "zod";
import * as t from "../datatypes.ts";

const value = {
  valueQuantity: t.quantity.optional(),
  valueCodeableConcept: t.codeableConcept.optional(),
  valueString: z.string().optional(),
  valueBoolean: z.boolean().optional(),
  valueInteger: z.number().optional(),
  valueRange: t.range.optional(),
  valueRatio: t.ratio.optional(),
  valueTime: z.string().optional(),
  valueDateTime: t.dateTime.optional(),
  valuePeriod: t.period.optional(),
  valueSampledData: z.looseObject({}).optional(),
  dataAbsentReason: t.codeableConcept.optional(),
  interpretation: z.array(t.codeableConcept).optional(),
  referenceRange: z
    .array(
      z.looseObject({
        low: t.quantity.optional(),
        high: t.quantity.optional(),
        type: t.codeableConcept.optional(),
        text: z.string().optional(),
      }),
    )
    .optional(),
};

/** http://hl7.org/fhir/R4/observation.html */
export const observation = z.looseObject({
  ...t.resourceBase,
  ...value,
  resourceType: z.literal("Observation"),
  status: z.string().optional(),
  category: z.array(t.codeableConcept).optional(),
  code: t.codeableConcept.optional(),
  subject: t.reference.optional(),
  encounter: t.reference.optional(),
  effectiveDateTime: t.dateTime.optional(),
  effectivePeriod: t.period.optional(),
  effectiveInstant: t.dateTime.optional(),
  issued: t.dateTime.optional(),
  performer: z.array(t.reference).optional(),
  bodySite: t.codeableConcept.optional(),
  method: t.codeableConcept.optional(),
  note: z.array(t.annotation).optional(),
  hasMember: z.array(t.reference).optional(),
  derivedFrom: z.array(t.reference).optional(),
  component: z.array(z.looseObject({ code: t.codeableConcept.optional(), ...value })).optional(),
});

/** http://hl7.org/fhir/R4/diagnosticreport.html */
export const diagnosticReport = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("DiagnosticReport"),
  status: z.string().optional(),
  category: z.array(t.codeableConcept).optional(),
  code: t.codeableConcept.optional(),
  subject: t.reference.optional(),
  encounter: t.reference.optional(),
  effectiveDateTime: t.dateTime.optional(),
  effectivePeriod: t.period.optional(),
  issued: t.dateTime.optional(),
  performer: z.array(t.reference).optional(),
  resultsInterpreter: z.array(t.reference).optional(),
  result: z.array(t.reference).optional(),
  imagingStudy: z.array(t.reference).optional(),
  conclusion: z.string().optional(),
  conclusionCode: z.array(t.codeableConcept).optional(),
  presentedForm: z.array(t.attachment).optional(),
});

/** http://hl7.org/fhir/R4/imagingstudy.html */
export const imagingStudy = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("ImagingStudy"),
  status: z.string().optional(),
  subject: t.reference.optional(),
  encounter: t.reference.optional(),
  started: t.dateTime.optional(),
  modality: z.array(t.coding).optional(),
  description: z.string().optional(),
  procedureCode: z.array(t.codeableConcept).optional(),
  numberOfInstances: z.number().optional(),
  note: z.array(t.annotation).optional(),
  series: z
    .array(
      z.looseObject({
        modality: t.coding.optional(),
        bodySite: t.coding.optional(),
        description: z.string().optional(),
        numberOfInstances: z.number().optional(),
      }),
    )
    .optional(),
});

export type Observation = z.infer<typeof observation>;
export type ObservationComponent = NonNullable<Observation["component"]>[number];
export type DiagnosticReport = z.infer<typeof diagnosticReport>;
export type ImagingStudy = z.infer<typeof imagingStudy>;
