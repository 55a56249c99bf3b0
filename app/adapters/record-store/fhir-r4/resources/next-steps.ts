import { z } from "zod";
import * as t from "../datatypes.ts";

/** http://hl7.org/fhir/R4/appointment.html */
export const appointment = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("Appointment"),
  status: z.string().optional(),
  serviceType: z.array(t.codeableConcept).optional(),
  specialty: z.array(t.codeableConcept).optional(),
  appointmentType: t.codeableConcept.optional(),
  reasonCode: z.array(t.codeableConcept).optional(),
  description: z.string().optional(),
  start: t.dateTime.optional(),
  end: t.dateTime.optional(),
  created: t.dateTime.optional(),
  comment: z.string().optional(),
  patientInstruction: z.string().optional(),
  participant: z.array(z.looseObject({ actor: t.reference.optional(), status: z.string().optional() })).optional(),
});

/** http://hl7.org/fhir/R4/careplan.html */
export const carePlan = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("CarePlan"),
  status: z.string().optional(),
  intent: z.string().optional(),
  category: z.array(t.codeableConcept).optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  subject: t.reference.optional(),
  encounter: t.reference.optional(),
  period: t.period.optional(),
  created: t.dateTime.optional(),
  activity: z
    .array(
      z.looseObject({
        detail: z
          .looseObject({
            code: t.codeableConcept.optional(),
            status: z.string().optional(),
            description: z.string().optional(),
          })
          .optional(),
      }),
    )
    .optional(),
});

/** http://hl7.org/fhir/R4/goal.html */
export const goal = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("Goal"),
  lifecycleStatus: z.string().optional(),
  achievementStatus: t.codeableConcept.optional(),
  description: t.codeableConcept.optional(),
  subject: t.reference.optional(),
  startDate: t.dateTime.optional(),
  statusDate: t.dateTime.optional(),
});

/** http://hl7.org/fhir/R4/servicerequest.html */
export const serviceRequest = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("ServiceRequest"),
  status: z.string().optional(),
  intent: z.string().optional(),
  doNotPerform: z.boolean().optional(),
  category: z.array(t.codeableConcept).optional(),
  code: t.codeableConcept.optional(),
  subject: t.reference.optional(),
  encounter: t.reference.optional(),
  occurrenceDateTime: t.dateTime.optional(),
  occurrencePeriod: t.period.optional(),
  authoredOn: t.dateTime.optional(),
  requester: t.reference.optional(),
  reasonCode: z.array(t.codeableConcept).optional(),
  patientInstruction: z.string().optional(),
  note: z.array(t.annotation).optional(),
});

export type Appointment = z.infer<typeof appointment>;
export type CarePlan = z.infer<typeof carePlan>;
export type Goal = z.infer<typeof goal>;
export type ServiceRequest = z.infer<typeof serviceRequest>;
