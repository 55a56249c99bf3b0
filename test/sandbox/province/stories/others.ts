import { type Calendar, plusMinutes } from "../fhir/calendar.ts";
import { loinc } from "../fhir/codes.ts";
import { immunization, type Vaccine } from "../fhir/immunization.ts";
import { labReport, labResult } from "../fhir/lab.ts";
import { chemistry } from "../fhir/lab-tests.ts";
import { message } from "../fhir/message.ts";
import type { FhirResource, StoryMessage } from "../fhir/types.ts";
import { visit } from "../fhir/visit.ts";
import { bloodPressure, weight } from "../fhir/vital-signs.ts";
import { illnesses } from "./illnesses.ts";
import { chartOf } from "./people.ts";
import { doctors } from "./staff.ts";
import { vaccines } from "./vaccines.ts";

/** Those whose books are nearly empty; Thảo, Yến and the operators have nothing at all. */
export const otherMessages = (c: Calendar): StoryMessage[] => [
  ...pressureAtStation(c),
  ...shot(c, {
    facility: "clinic",
    person: "vinh",
    number: "AB-6604",
    ago: 301,
    vaccine: vaccines.hepatitisB,
    dose: 3,
    of: 3,
    lot: "VGB25-330",
    by: doctors.clinicDoctor,
  }),
  ...shot(c, {
    facility: "general-hospital",
    person: "trang",
    number: "26-00871",
    ago: 41,
    vaccine: vaccines.flu,
    lot: "CM26-0150",
    by: doctors.general,
  }),
  ...yearlyCheck(c),
];

/** Bùi Thị Hoa, whose account is not yet good enough to open the book. */
function pressureAtStation(c: Calendar): StoryMessage[] {
  const chart = chartOf("commune-station", "hoa", "TG-0478", c.workday(-141, "09:00"));
  const seen = visit(chart, {
    slug: "hoa-huyet-ap",
    start: c.workday(-141, "09:10"),
    minutes: 15,
    kind: "Khám sàng lọc",
    department: "Trạm y tế",
    doctor: doctors.stationNurse,
    reason: "Khám sàng lọc bệnh không lây nhiễm",
  });
  return [
    message(chart, plusMinutes(seen.end, 40 * 60), [
      seen.encounter,
      bloodPressure(seen, 134, 84),
      weight(seen, "56.0"),
    ]),
  ];
}

interface OneShot {
  facility: string;
  person: string;
  number: string;
  ago: number;
  vaccine: Vaccine;
  dose?: number;
  of?: number;
  lot: string;
  by: FhirResource;
}

function shot(c: Calendar, s: OneShot): StoryMessage[] {
  const chart = chartOf(s.facility, s.person, s.number, c.workday(-s.ago, "16:00"));
  const seen = visit(chart, {
    slug: `${s.person}-tiem`,
    start: c.workday(-s.ago, "16:10"),
    minutes: 45,
    kind: "Tiêm chủng",
    department: "Phòng tiêm chủng",
    doctor: s.by,
    reason: s.vaccine.name,
  });
  const { vaccine, lot } = s;
  const count = s.dose && s.of ? { dose: s.dose, of: s.of } : {};
  return [message(chart, plusMinutes(seen.end, 60), [seen.encounter, immunization(seen, { vaccine, lot, ...count })])];
}

/** Trần Đức Anh, for once on the other side of the desk. */
function yearlyCheck(c: Calendar): StoryMessage[] {
  const chart = chartOf("clinic", "duc-anh", "AB-7015", c.workday(-122, "07:10"));
  const seen = visit(chart, {
    slug: "duc-anh-kham",
    start: c.workday(-122, "07:20"),
    minutes: 140,
    kind: "Khám sức khỏe định kỳ",
    department: "Khám sức khỏe",
    doctor: doctors.clinicDoctor,
    reason: "Khám sức khỏe định kỳ",
    diagnoses: [{ key: "kham-suc-khoe", code: illnesses.healthCheck, clinical: "inactive" }],
  });
  // This laboratory prints ranges and no flags.
  const plain = { unflagged: true };
  const results = [
    labResult(seen, chemistry.glucose, "5.2", { ...plain, range: { low: "4.1", high: "5.9" } }),
    labResult(seen, chemistry.cholesterol, "5.0", plain),
    labResult(seen, chemistry.ldl, "3.1", plain),
  ];
  const report = labReport(seen, {
    key: "sinh-hoa",
    code: loinc(undefined, "Sinh hóa máu"),
    results,
    conclusion: "Trong giới hạn bình thường.",
    by: doctors.clinicDoctor,
  });
  return [
    message(chart, plusMinutes(seen.end, 120), [
      seen.encounter,
      bloodPressure(seen, 122, 76),
      weight(seen, "70.0"),
      ...results,
      report,
    ]),
  ];
}
