import { ofVisit, type Visit } from "./case.ts";
import { nameOf } from "./chart.ts";
import { hl7, snomed, words } from "./codes.ts";
import { ref } from "./reference.ts";
import { revised } from "./resource.ts";
import type { FhirResource, Moment } from "./types.ts";

interface Allergy {
  key: string;
  to: string;
  category: "medication" | "food" | "environment";
  type?: "allergy" | "intolerance";
  criticality?: "low" | "high" | "unable-to-assess";
  certainty?: "confirmed" | "unconfirmed";
  reaction: string;
  severity?: "mild" | "moderate" | "severe";
  /** When it happened, as far as anybody knows: "2019", "2023-05". */
  since?: string;
  note?: string;
}

/** An allergy as told or seen at a visit. */
export const allergy = (visit: Visit, a: Allergy): FhirResource =>
  ofVisit(visit, "AllergyIntolerance", a.key, {
    ...statusOf(a.certainty ?? "confirmed"),
    type: a.type ?? "allergy",
    category: [a.category],
    criticality: a.criticality,
    code: words(a.to),
    patient: ref(visit.chart.patient),
    encounter: ref(visit.encounter),
    onsetDateTime: a.since,
    recordedDate: visit.start,
    recorder: ref(visit.doctor, nameOf(visit.doctor)),
    note: a.note && [{ text: a.note }],
    reaction: [{ manifestation: [words(a.reaction)], severity: a.severity }],
  });

/** "Asked, and there is none" – a statement of its own, not an empty list. */
export const noKnownAllergy = (visit: Visit): FhirResource =>
  ofVisit(visit, "AllergyIntolerance", "khong-di-ung", {
    ...statusOf("confirmed"),
    code: snomed("716186003", "Hỏi và không ghi nhận dị ứng nào"),
    patient: ref(visit.chart.patient),
    encounter: ref(visit.encounter),
    recordedDate: visit.start,
    recorder: ref(visit.doctor, nameOf(visit.doctor)),
  });

/** Withdrawn: it was written into the wrong chart. FHIR then forbids a clinical status (ait-2). */
export const enteredInError = (before: FhirResource, at: Moment, why: string): FhirResource =>
  revised(before, at, {
    clinicalStatus: undefined,
    verificationStatus: hl7("allergyintolerance-verification", "entered-in-error"),
    note: [{ time: at, text: why }],
  });

const statusOf = (certainty: string) => ({
  clinicalStatus: hl7("allergyintolerance-clinical", "active"),
  verificationStatus: hl7("allergyintolerance-verification", certainty),
});
