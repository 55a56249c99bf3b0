import { allergy } from "../../fhir/allergy.ts";
import { type Calendar, plusMinutes } from "../../fhir/calendar.ts";
import type { Chart } from "../../fhir/chart.ts";
import { procedure } from "../../fhir/imaging.ts";
import { immunization } from "../../fhir/immunization.ts";
import { message } from "../../fhir/message.ts";
import type { FhirResource, StoryMessage } from "../../fhir/types.ts";
import { visit } from "../../fhir/visit.ts";
import { bloodPressure, pulse, weight } from "../../fhir/vital-signs.ts";
import { illnesses } from "../illnesses.ts";
import { doctors } from "../staff.ts";
import { vaccines } from "../vaccines.ts";

/** The station sends once a week, in the evening of some days later. */
const SENT_AFTER = 2 * 24 * 60;

/** The commune station: blood pressure between appointments, a nail in the foot, and the autumn flu shot. */
export function stationMessages(chart: Chart, c: Calendar): StoryMessage[] {
  return [
    ...flu(chart, c, -413, "cum-1", "CM25-0917"),
    ...wound(chart, c),
    ...pressures(chart, c),
    ...flu(chart, c, -44, "cum-2", "CM26-0231"),
  ];
}

function pressures(chart: Chart, c: Calendar): StoryMessage[] {
  const checks = [
    { ago: 168, at: "08:20", systolic: 140, diastolic: 84, pulse: "80", weight: "58.5" },
    { ago: 103, at: "15:10", systolic: 132, diastolic: 80, pulse: "76", weight: "58.5" },
    { ago: 30, at: "09:05", systolic: 146, diastolic: 88, pulse: "82", weight: "59.0" },
  ];
  return checks.map((check, n) => {
    const seen = visit(chart, {
      slug: `lan-ha-${n + 1}`,
      start: c.workday(-check.ago, check.at),
      minutes: 15,
      kind: "Theo dõi bệnh không lây nhiễm",
      department: "Trạm y tế",
      doctor: doctors.stationNurse,
      reason: "Đo huyết áp định kỳ",
    });
    return message(chart, plusMinutes(seen.end, SENT_AFTER), [
      seen.encounter,
      bloodPressure(seen, check.systolic, check.diastolic),
      pulse(seen, check.pulse),
      weight(seen, check.weight),
    ]);
  });
}

function flu(chart: Chart, c: Calendar, day: number, slug: string, lot: string): StoryMessage[] {
  const seen = visit(chart, {
    slug: `lan-${slug}`,
    start: c.workday(day, "08:40"),
    minutes: 40,
    kind: "Tiêm chủng",
    department: "Phòng tiêm chủng",
    doctor: doctors.stationDoctor,
    reason: "Tiêm vắc xin cúm mùa",
  });
  return [
    message(chart, plusMinutes(seen.end, SENT_AFTER), [
      seen.encounter,
      immunization(seen, { vaccine: vaccines.flu, lot, note: "Theo dõi 30 phút sau tiêm, ổn định." }),
    ]),
  ];
}

/** A rusty nail: the wound is cleaned, a tetanus shot given, and the sulfa allergy known here too. */
function wound(chart: Chart, c: Calendar): StoryMessage[] {
  const seen = visit(chart, {
    slug: "lan-giam-dinh",
    start: c.at(-231, "16:30"),
    minutes: 50,
    visitClass: "EMER",
    kind: "Sơ cứu",
    department: "Trạm y tế",
    doctor: doctors.stationDoctor,
    reason: "Giẫm phải đinh khi làm đồng",
    diagnoses: [{ key: "vet-thuong", code: illnesses.wound, until: c.day(-221) }],
  });
  const resources: FhirResource[] = [
    seen.encounter,
    procedure(seen, { key: "rua-vet-thuong", name: "Rửa, cắt lọc và băng vết thương", bodySite: "Gan bàn chân trái" }),
    immunization(seen, { vaccine: vaccines.tetanus, lot: "UV25-1182", dose: 1, of: 3, note: "Hẹn mũi 2 sau 4 tuần." }),
    allergy(seen, {
      key: "di-ung-sulfa",
      to: "Thuốc nhóm sulfa (Biseptol)",
      category: "medication",
      criticality: "high",
      reaction: "Nổi mề đay",
      severity: "moderate",
      note: "Ghi theo lời kể và sổ khám cũ của người bệnh.",
    }),
  ];
  return [message(chart, plusMinutes(seen.end, SENT_AFTER), resources)];
}
