import { z } from "zod";
import * as t from "../datatypes.ts";

/** http://hl7.org/fhir/R4/documentreference.html */
export const documentReference = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("DocumentReference"),
  status: z.string().optional(),
  docStatus: z.string().optional(),
  type: t.codeableConcept.optional(),
  category: z.array(t.codeableConcept).optional(),
  subject: t.reference.optional(),
  date: t.dateTime.optional(),
  author: z.array(t.reference).optional(),
  authenticator: t.reference.optional(),
  description: z.string().optional(),
  content: z.array(z.looseObject({ attachment: t.attachment.optional() })).optional(),
  context: z.looseObject({ encounter: z.array(t.reference).optional(), period: t.period.optional() }).optional(),
});

const section = z.looseObject({
  title: z.string().optional(),
  code: t.codeableConcept.optional(),
  emptyReason: t.codeableConcept.optional(),
});

/** http://hl7.org/fhir/R4/composition.html */
export const composition = z.looseObject({
  ...t.resourceBase,
  identifier: t.identifier.optional(),
  resourceType: z.literal("Composition"),
  status: z.string().optional(),
  type: t.codeableConcept.optional(),
  subject: t.reference.optional(),
  encounter: t.reference.optional(),
  date: t.dateTime.optional(),
  author: z.array(t.reference).optional(),
  title: z.string().optional(),
  attester: z.array(z.looseObject({ mode: z.string().optional() })).optional(),
  section: z.array(section).optional(),
});

export type DocumentReference = z.infer<typeof documentReference>;
export type Composition = z.infer<typeof composition>;
