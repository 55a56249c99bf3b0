import { z } from "zod";
import * as t from "../datatypes.ts";

/** http://hl7.org/fhir/R4/immunization.html */
export const immunization = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("Immunization"),
  status: z.string().optional(),
  statusReason: t.codeableConcept.optional(),
  vaccineCode: t.codeableConcept.optional(),
  patient: t.reference.optional(),
  encounter: t.reference.optional(),
  occurrenceDateTime: t.dateTime.optional(),
  occurrenceString: z.string().optional(),
  recorded: t.dateTime.optional(),
  primarySource: z.boolean().optional(),
  lotNumber: z.string().optional(),
  manufacturer: t.reference.optional(),
  location: t.reference.optional(),
  doseQuantity: t.quantity.optional(),
  isSubpotent: z.boolean().optional(),
  performer: z.array(z.looseObject({ actor: t.reference.optional() })).optional(),
  protocolApplied: z
    .array(
      z.looseObject({
        series: z.string().optional(),
        targetDisease: z.array(t.codeableConcept).optional(),
        doseNumberPositiveInt: z.number().optional(),
        doseNumberString: z.string().optional(),
        seriesDosesPositiveInt: z.number().optional(),
      }),
    )
    .optional(),
  note: z.array(t.annotation).optional(),
});

/** http://hl7.org/fhir/R4/immunizationrecommendation.html */
export const immunizationRecommendation = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("ImmunizationRecommendation"),
  patient: t.reference.optional(),
  date: t.dateTime.optional(),
  recommendation: z
    .array(
      z.looseObject({
        vaccineCode: z.array(t.codeableConcept).optional(),
        targetDisease: t.codeableConcept.optional(),
        forecastStatus: t.codeableConcept.optional(),
        dateCriterion: z
          .array(z.looseObject({ code: t.codeableConcept.optional(), value: t.dateByForm.optional() }))
          .optional(),
        description: z.string().optional(),
        doseNumberPositiveInt: z.number().optional(),
      }),
    )
    .optional(),
});

export type Immunization = z.infer<typeof immunization>;
export type ImmunizationRecommendation = z.infer<typeof immunizationRecommendation>;
