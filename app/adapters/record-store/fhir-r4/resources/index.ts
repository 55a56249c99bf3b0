import type { z } from "zod";
import { allergyIntolerance } from "./allergies.ts";
import { condition, flag } from "./conditions.ts";
import { composition, documentReference } from "./documents.ts";
import { familyMemberHistory } from "./family.ts";
import {
  medicationAdministration,
  medicationDispense,
  medicationRequest,
  medicationResource,
  medicationStatement,
} from "./medicines.ts";
import { appointment, carePlan, goal, serviceRequest } from "./next-steps.ts";
import {
  device,
  healthcareService,
  location,
  organization,
  patient,
  practitioner,
  practitionerRole,
} from "./people.ts";
import { diagnosticReport, imagingStudy, observation } from "./results.ts";
import { immunization, immunizationRecommendation } from "./vaccinations.ts";
import { deviceUseStatement, encounter, procedure } from "./visits.ts";

/** The types whose form is checked at the door, because a page reads them. Others are kept unread. */
export const checkedResources: Readonly<Record<string, z.ZodType>> = {
  AllergyIntolerance: allergyIntolerance,
  Appointment: appointment,
  CarePlan: carePlan,
  Composition: composition,
  Condition: condition,
  Device: device,
  DeviceUseStatement: deviceUseStatement,
  DiagnosticReport: diagnosticReport,
  DocumentReference: documentReference,
  Encounter: encounter,
  FamilyMemberHistory: familyMemberHistory,
  Flag: flag,
  Goal: goal,
  HealthcareService: healthcareService,
  ImagingStudy: imagingStudy,
  Immunization: immunization,
  ImmunizationRecommendation: immunizationRecommendation,
  Location: location,
  Medication: medicationResource,
  MedicationAdministration: medicationAdministration,
  MedicationDispense: medicationDispense,
  MedicationRequest: medicationRequest,
  MedicationStatement: medicationStatement,
  Observation: observation,
  Organization: organization,
  Patient: patient,
  Practitioner: practitioner,
  PractitionerRole: practitionerRole,
  Procedure: procedure,
  ServiceRequest: serviceRequest,
};
