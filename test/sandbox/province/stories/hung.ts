import { noKnownAllergy } from "../fhir/allergy.ts";
import { type Calendar, plusMinutes } from "../fhir/calendar.ts";
import { immunization } from "../fhir/immunization.ts";
import { courseOver, message } from "../fhir/message.ts";
import { prescription } from "../fhir/prescription.ts";
import type { StoryMessage } from "../fhir/types.ts";
import { visit } from "../fhir/visit.ts";
import { temperature } from "../fhir/vital-signs.ts";
import { illnesses } from "./illnesses.ts";
import { medicines } from "./medicines.ts";
import { chartOf } from "./people.ts";
import { doctors } from "./staff.ts";
import { vaccines } from "./vaccines.ts";

/** Trần Văn Hùng: a sore throat, a flu shot, and somebody who asked about allergies. */
export function hungMessages(c: Calendar): StoryMessage[] {
  const chart = chartOf("clinic", "hung", "AB-8120", c.workday(-206, "17:20"));
  const throat = visit(chart, {
    slug: "hung-viem-hong",
    start: c.workday(-206, "17:30"),
    minutes: 30,
    department: "Phòng khám Nội",
    doctor: doctors.clinicDoctor,
    reason: "Đau họng, sốt nhẹ 2 ngày",
    diagnoses: [{ key: "viem-hong", code: illnesses.pharyngitis, until: c.day(-199) }],
  });
  const lines = prescription(throat, [
    {
      key: "paracetamol",
      medicine: medicines.paracetamol500,
      dose: {
        how: "Uống 1 viên khi sốt từ 38,5°C hoặc đau họng nhiều; cách nhau ít nhất 6 giờ",
        amount: "1",
        unit: "viên",
        times: 1,
        per: { every: 6, unit: "h" },
        asNeeded: "Sốt từ 38,5°C hoặc đau họng nhiều",
      },
      days: 5,
      quantity: "10",
      reason: "Viêm họng cấp",
    },
  ]);
  const shot = visit(chart, {
    slug: "hung-cum",
    start: c.workday(-38, "17:45"),
    minutes: 45,
    kind: "Tiêm chủng",
    department: "Phòng tiêm chủng",
    doctor: doctors.clinicDoctor,
    reason: "Tiêm vắc xin cúm mùa",
  });
  return [
    message(chart, plusMinutes(throat.end, 90), [
      throat.encounter,
      temperature(throat, "37.9"),
      noKnownAllergy(throat),
      ...lines,
    ]),
    courseOver(chart, lines),
    message(chart, plusMinutes(shot.end, 60), [
      shot.encounter,
      immunization(shot, { vaccine: vaccines.flu, lot: "CM26-0418" }),
    ]),
  ];
}
