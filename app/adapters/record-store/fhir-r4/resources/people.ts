import { z } from "zod";
import * as t from "../datatypes.ts";

/** http://hl7.org/fhir/R4/patient.html – read for who it is, then stored without names and numbers */
export const patient = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("Patient"),
  active: z.boolean().optional(),
  name: z.array(t.humanName).optional(),
  address: z.array(t.address).optional(),
  telecom: z.array(t.contactPoint).optional(),
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

/** http://hl7.org/fhir/R4/location.html */
export const location = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("Location"),
  name: z.string().optional(),
});

/** http://hl7.org/fhir/R4/practitionerrole.html */
export const practitionerRole = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("PractitionerRole"),
  practitioner: t.reference.optional(),
});

/** http://hl7.org/fhir/R4/healthcareservice.html */
export const healthcareService = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("HealthcareService"),
  name: z.string().optional(),
});

/** http://hl7.org/fhir/R4/device.html */
export const device = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("Device"),
  type: t.codeableConcept.optional(),
});

export type Patient = z.infer<typeof patient>;
