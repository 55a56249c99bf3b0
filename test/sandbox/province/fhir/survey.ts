import { ofVisit, type Visit } from "./case.ts";
import { nameOf } from "./chart.ts";
import { hl7, loinc, words } from "./codes.ts";
import { ref } from "./reference.ts";
import type { Day, FhirResource } from "./types.ts";

/** The score of a questionnaire, in words: "13/21 điểm – ngủ kém". */
export const survey = (
  visit: Visit,
  s: { key: string; title: string; value: string; expected: string },
): FhirResource =>
  ofVisit(visit, "Observation", s.key, {
    status: "final",
    category: [hl7("observation-category", "survey")],
    code: words(s.title),
    subject: ref(visit.chart.patient),
    encounter: ref(visit.encounter),
    effectiveDateTime: visit.start,
    performer: [ref(visit.doctor, nameOf(visit.doctor))],
    valueString: s.value,
    referenceRange: [{ text: s.expected }],
  });

/** When a child is expected; a date, not a number. */
export const expectedBirth = (visit: Visit, day: Day, how: string): FhirResource =>
  ofVisit(visit, "Observation", "du-kien-sinh", {
    status: "final",
    category: [hl7("observation-category", "exam")],
    code: loinc("11778-8", "Ngày dự kiến sinh"),
    subject: ref(visit.chart.patient),
    encounter: ref(visit.encounter),
    effectiveDateTime: visit.start,
    performer: [ref(visit.doctor, nameOf(visit.doctor))],
    valueDateTime: day,
    method: words(how),
  });
