import { z } from "zod";
import * as t from "../datatypes.ts";

/** http://hl7.org/fhir/R4/patient.html – read for who it is, then stored without names and numbers */
export const patient = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("Patient"),
  active: z.boolean().optional(),
  name: z.array(t.humanName).optional(),
  gender: z.string().optional(),
  birthDate: t.dateTime.optional(),
  deceasedBoolean: z.boolean().optional(),
  deceasedDateTime: t.dateTime.optional(),
});

/** http://hl7.org/fhir/R4/practitioner.html */
export const practitioner = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("Practitioner"),
  name: z.array(t.humanName).optional(),
});

/** http://hl7.org/fhir/R4/organization.html */
export const organization = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("Organization"),
  name: z.string().optional(),
});

export type Patient = z.infer<typeof patient>;
