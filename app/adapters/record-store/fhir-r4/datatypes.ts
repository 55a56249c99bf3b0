import { LosslessNumber } from "lossless-json";
import { z } from "zod";
import { fhirInterval } from "#app/shared/dates.ts";
import type { Decimal } from "./json.ts";

/**
 * The FHIR R4 data types as far as the book reads them. Objects are loose: what we do not know is
 * kept. Almost nothing is required, because FHIR lets an extension stand in for a missing value.
 */
export const decimal: z.ZodType<Decimal> = z.union([z.number(), z.instanceof(LosslessNumber)]);
export const dateTime = z.string();
/** Where the element's name does not tell that it is a date; the others are checked by their names. */
export const dateByForm = z.string().refine((value) => fhirInterval(value) !== undefined);
const text = z.string();

export const coding = z.looseObject({ system: text.optional(), code: text.optional(), display: text.optional() });
export const codeableConcept = z.looseObject({ coding: z.array(coding).optional(), text: text.optional() });
export const quantity = z.looseObject({
  value: decimal.optional(),
  comparator: text.optional(),
  unit: text.optional(),
  system: text.optional(),
  code: text.optional(),
});
export const period = z.looseObject({ start: dateTime.optional(), end: dateTime.optional() });
export const range = z.looseObject({ low: quantity.optional(), high: quantity.optional() });
export const ratio = z.looseObject({ numerator: quantity.optional(), denominator: quantity.optional() });
export const identifier = z.looseObject({
  use: text.optional(),
  type: codeableConcept.optional(),
  system: text.optional(),
  value: text.optional(),
  period: period.optional(),
  assigner: z.looseObject({ display: text.optional(), reference: text.optional() }).optional(),
});
export const reference = z.looseObject({
  reference: text.optional(),
  type: text.optional(),
  display: text.optional(),
  identifier: identifier.optional(),
});
export const annotation = z.looseObject({ text: text.optional(), time: dateTime.optional() });
export const attachment = z.looseObject({
  contentType: text.optional(),
  title: text.optional(),
  url: text.optional(),
  data: text.optional(),
  creation: dateTime.optional(),
});
/** null stands where a part is only an extension. */
const parts = z.array(text.nullable()).optional();
export const humanName = z.looseObject({
  use: text.optional(),
  text: text.optional(),
  family: text.optional(),
  given: parts,
  prefix: parts,
  suffix: parts,
});
export const address = z.looseObject({ text: text.optional(), line: parts });
export const contactPoint = z.looseObject({ value: text.optional() });
export const timing = z.looseObject({
  event: z.array(dateTime).optional(),
  repeat: z
    .looseObject({
      boundsPeriod: period.optional(),
      boundsDuration: quantity.optional(),
      frequency: z.number().optional(),
      frequencyMax: z.number().optional(),
      period: decimal.optional(),
      periodMax: decimal.optional(),
      periodUnit: text.optional(),
      when: z.array(text).optional(),
      timeOfDay: z.array(text).optional(),
      dayOfWeek: z.array(text).optional(),
      offset: z.number().optional(),
      count: z.number().optional(),
      countMax: z.number().optional(),
    })
    .optional(),
  code: codeableConcept.optional(),
});
export const dosage = z.looseObject({
  sequence: z.number().optional(),
  text: text.optional(),
  patientInstruction: text.optional(),
  timing: timing.optional(),
  asNeededBoolean: z.boolean().optional(),
  asNeededCodeableConcept: codeableConcept.optional(),
  route: codeableConcept.optional(),
  doseAndRate: z
    .array(
      z.looseObject({
        doseQuantity: quantity.optional(),
        doseRange: range.optional(),
        rateQuantity: quantity.optional(),
        rateRange: range.optional(),
        rateRatio: ratio.optional(),
      }),
    )
    .optional(),
  maxDosePerPeriod: ratio.optional(),
  additionalInstruction: z.array(codeableConcept).optional(),
});

/** What every resource may have. */
export const resourceBase = {
  meta: z.looseObject({ versionId: text.optional(), lastUpdated: dateTime.optional() }).optional(),
  identifier: z.array(identifier).optional(),
  contained: z.array(z.looseObject({ resourceType: text, id: text.optional() })).optional(),
};

export type CodeableConcept = z.infer<typeof codeableConcept>;
export type Quantity = z.infer<typeof quantity>;
export type Reference = z.infer<typeof reference>;
export type Identifier = z.infer<typeof identifier>;
export type HumanName = z.infer<typeof humanName>;
export type Period = z.infer<typeof period>;
export type Attachment = z.infer<typeof attachment>;
export type Range = z.infer<typeof range>;
export type Dosage = z.infer<typeof dosage>;
export type Timing = z.infer<typeof timing>;
