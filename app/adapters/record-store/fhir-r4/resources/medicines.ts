import { z } from "zod";
import * as t from "../datatypes.ts";

const medication = {
  medicationCodeableConcept: t.codeableConcept.optional(),
  medicationReference: t.reference.optional(),
  reasonCode: z.array(t.codeableConcept).optional(),
  reasonReference: z.array(t.reference).optional(),
  subject: t.reference.optional(),
  status: z.string().optional(),
  note: z.array(t.annotation).optional(),
};

/** http://hl7.org/fhir/R4/medicationrequest.html */
export const medicationRequest = z.looseObject({
  ...t.resourceBase,
  ...medication,
  resourceType: z.literal("MedicationRequest"),
  intent: z.string().optional(),
  doNotPerform: z.boolean().optional(),
  statusReason: t.codeableConcept.optional(),
  encounter: t.reference.optional(),
  authoredOn: t.dateTime.optional(),
  requester: t.reference.optional(),
  groupIdentifier: t.identifier.optional(),
  dosageInstruction: z.array(t.dosage).optional(),
  dispenseRequest: z
    .looseObject({
      validityPeriod: t.period.optional(),
      quantity: t.quantity.optional(),
      numberOfRepeatsAllowed: z.number().optional(),
      expectedSupplyDuration: t.quantity.optional(),
    })
    .optional(),
});

/** http://hl7.org/fhir/R4/medicationstatement.html */
export const medicationStatement = z.looseObject({
  ...t.resourceBase,
  ...medication,
  resourceType: z.literal("MedicationStatement"),
  statusReason: z.array(t.codeableConcept).optional(),
  context: t.reference.optional(),
  effectiveDateTime: t.dateTime.optional(),
  effectivePeriod: t.period.optional(),
  dateAsserted: t.dateTime.optional(),
  informationSource: t.reference.optional(),
  dosage: z.array(t.dosage).optional(),
});

/** http://hl7.org/fhir/R4/medicationdispense.html */
export const medicationDispense = z.looseObject({
  ...t.resourceBase,
  ...medication,
  resourceType: z.literal("MedicationDispense"),
  context: t.reference.optional(),
  quantity: t.quantity.optional(),
  daysSupply: t.quantity.optional(),
  whenPrepared: t.dateTime.optional(),
  whenHandedOver: t.dateTime.optional(),
  dosageInstruction: z.array(t.dosage).optional(),
});

/** http://hl7.org/fhir/R4/medicationadministration.html */
export const medicationAdministration = z.looseObject({
  ...t.resourceBase,
  ...medication,
  resourceType: z.literal("MedicationAdministration"),
  context: t.reference.optional(),
  effectiveDateTime: t.dateTime.optional(),
  effectivePeriod: t.period.optional(),
  dosage: z
    .looseObject({ text: z.string().optional(), dose: t.quantity.optional(), route: t.codeableConcept.optional() })
    .optional(),
});

/** http://hl7.org/fhir/R4/medication.html – what a medicine is; shown with the line that names it */
export const medicationResource = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("Medication"),
  code: t.codeableConcept.optional(),
  form: t.codeableConcept.optional(),
});

export type MedicationRequest = z.infer<typeof medicationRequest>;
export type MedicationStatement = z.infer<typeof medicationStatement>;
export type MedicationDispense = z.infer<typeof medicationDispense>;
export type MedicationAdministration = z.infer<typeof medicationAdministration>;
export type Medication = z.infer<typeof medicationResource>;
