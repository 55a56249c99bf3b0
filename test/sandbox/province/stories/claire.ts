import { allergy } from "../fhir/allergy.ts";
import { type Calendar, plusMinutes } from "../fhir/calendar.ts";
import type { Visit } from "../fhir/case.ts";
import type { Chart } from "../fhir/chart.ts";
import { loinc } from "../fhir/codes.ts";
import { labFinding, labReport, labResult } from "../fhir/lab.ts";
import { bloodCount, type LabTest } from "../fhir/lab-tests.ts";
import { courseOver, message } from "../fhir/message.ts";
import { prescription } from "../fhir/prescription.ts";
import type { FhirResource, StoryMessage } from "../fhir/types.ts";
import { visit } from "../fhir/visit.ts";
import { bloodPressure, temperature } from "../fhir/vital-signs.ts";
import { illnesses } from "./illnesses.ts";
import { medicines } from "./medicines.ts";
import { chartOf } from "./people.ts";
import { doctors } from "./staff.ts";

/** Claire Dubois: a fever that was not dengue, and a bad meal. The clinic writes English for its foreigners. */
export function claireMessages(c: Calendar): StoryMessage[] {
  const chart = chartOf("clinic", "claire", "AB-F0213", c.workday(-95, "10:30"));
  return [...fever(chart, c), ...stomach(chart, c)];
}

const english = (test: LabTest, title: string): LabTest => ({ ...test, title });

function fever(chart: Chart, c: Calendar): StoryMessage[] {
  const seen = visit(chart, {
    slug: "claire-fever",
    start: c.workday(-95, "10:40"),
    minutes: 75,
    kind: "Outpatient visit",
    department: "General Medicine (English-speaking)",
    doctor: doctors.clinicDoctor,
    reason: "Fever and headache for two days",
    diagnoses: [{ key: "fever", code: illnesses.fever, until: c.day(-91) }],
  });
  const lines = prescription(seen, [
    {
      key: "paracetamol",
      medicine: medicines.paracetamolEn,
      dose: {
        how: "Take 1–2 tablets when the temperature is above 38.5 °C; wait at least 6 hours between doses, not more than 6 tablets a day",
        amount: "1",
        unit: "tablet",
        times: 1,
        per: { every: 6, unit: "h" },
        asNeeded: "Fever above 38.5 °C",
        route: "By mouth",
      },
      days: 4,
      quantity: "12",
      reason: "Fever",
      note: "No aspirin or ibuprofen until the fever is over.",
    },
  ]);
  return [
    message(chart, plusMinutes(seen.end, 150), [
      seen.encounter,
      temperature(seen, "38.7"),
      bloodPressure(seen, 112, 70),
      penicillin(seen),
      ...dengue(seen),
      ...lines,
    ]),
    courseOver(chart, lines),
  ];
}

const penicillin = (seen: Visit): FhirResource =>
  allergy(seen, {
    key: "penicillin",
    to: "Penicillin",
    category: "medication",
    criticality: "low",
    certainty: "unconfirmed",
    reaction: "Rash as a child",
    severity: "mild",
    note: "Told by the patient; never tested.",
  });

function dengue(seen: Visit): FhirResource[] {
  const antigen = labFinding(seen, {
    key: "ns1",
    code: loinc("75377-2", "Dengue NS1 antigen, rapid test"),
    value: "Negative",
    flag: "NEG",
    expected: "Negative",
  });
  const count = [
    labResult(seen, english(bloodCount.white, "White blood cells"), "5.60"),
    labResult(seen, english(bloodCount.haematocrit, "Haematocrit"), "39.5"),
    labResult(seen, english(bloodCount.platelets, "Platelets"), "212"),
  ];
  const report = labReport(seen, {
    key: "dengue",
    code: loinc(undefined, "Blood count and dengue test"),
    results: [antigen, ...count],
    conclusion:
      "Dengue NS1 negative on day 2, platelets normal. Drink plenty; repeat the blood count if the fever lasts beyond day 4.",
    by: doctors.clinicDoctor,
  });
  return [antigen, ...count, report];
}

function stomach(chart: Chart, c: Calendar): StoryMessage[] {
  const seen = visit(chart, {
    slug: "claire-diarrhoea",
    start: c.workday(-18, "09:00"),
    minutes: 35,
    kind: "Outpatient visit",
    department: "General Medicine (English-speaking)",
    doctor: doctors.clinicDoctor,
    reason: "Watery diarrhoea since the weekend",
    diagnoses: [{ key: "diarrhoea", code: illnesses.diarrhoea, until: c.day(-13) }],
  });
  const lines = prescription(seen, [
    {
      key: "ors",
      medicine: medicines.rehydrationEn,
      dose: {
        how: "Dissolve 1 sachet in 200 ml of clean water; drink one glass after each loose stool",
        amount: "1",
        unit: "sachet",
        times: 6,
        asNeeded: "Loose stools",
        route: "By mouth",
      },
      days: 3,
      quantity: "18",
      reason: "Fluid loss",
    },
    {
      key: "azithromycin",
      medicine: medicines.azithromycinEn,
      dose: { how: "Take 1 tablet once a day for 3 days", amount: "1", unit: "tablet", times: 1, route: "By mouth" },
      days: 3,
      quantity: "3",
      reason: "Traveller's diarrhoea",
    },
  ]);
  return [
    message(chart, plusMinutes(seen.end, 120), [seen.encounter, temperature(seen, "37.4"), ...lines]),
    courseOver(chart, lines),
  ];
}
