import { moment, plusMinutes } from "../../fhir/calendar.ts";
import type { Chart } from "../../fhir/chart.ts";
import { loinc } from "../../fhir/codes.ts";
import { immunization } from "../../fhir/immunization.ts";
import { labFinding } from "../../fhir/lab.ts";
import { message } from "../../fhir/message.ts";
import { given } from "../../fhir/prescription.ts";
import type { Day, StoryMessage } from "../../fhir/types.ts";
import { visit } from "../../fhir/visit.ts";
import { birthLength, birthWeight, headSize } from "../../fhir/vital-signs.ts";
import { illnesses } from "../illnesses.ts";
import { medicines } from "../medicines.ts";
import { doctors } from "../staff.ts";
import { vaccines } from "../vaccines.ts";

/** The first three days of life, in the hospital. */
export function birthMessages(chart: Chart, born: Day): StoryMessage[] {
  const stay = visit(chart, {
    slug: "bao-so-sinh",
    start: moment(born, "06:25"),
    minutes: 3 * 24 * 60 + 3 * 60,
    visitClass: "IMP",
    kind: "Điều trị nội trú",
    department: "Khoa Sản – Đơn vị Sơ sinh",
    doctor: doctors.paediatrician,
    reason: "Sinh tại bệnh viện, thai 39 tuần",
    diagnoses: [{ key: "so-sinh", code: illnesses.newborn, clinical: "inactive" }],
    disposition: "Ra viện cùng mẹ, khỏe mạnh",
  });
  const apgar = (key: string, code: string, title: string, value: string) =>
    labFinding(
      stay,
      { key, code: loinc(code, title), value, expected: "Từ 7 điểm trở lên" },
      { sampleAfter: 5, resultAfter: 10 },
    );
  return [
    message(chart, plusMinutes(stay.end, 240), [
      stay.encounter,
      birthWeight(stay, "3250"),
      birthLength(stay, "50.0"),
      headSize(stay, "34.0"),
      apgar("apgar-1", "9272-6", "Điểm Apgar 1 phút", "8 điểm"),
      apgar("apgar-5", "9274-2", "Điểm Apgar 5 phút", "9 điểm"),
      given(stay, {
        key: "vitamin-k1",
        medicine: medicines.vitaminK,
        from: plusMinutes(stay.start, 60),
        to: plusMinutes(stay.start, 61),
        how: "Tiêm bắp 1 mg, một lần duy nhất",
        amount: ["1", "mg"],
        route: "Tiêm bắp",
        reason: "Phòng xuất huyết do thiếu vitamin K",
      }),
      immunization(stay, {
        vaccine: vaccines.hepatitisBAtBirth,
        dose: 1,
        of: 1,
        lot: "VGB24-0772",
        series: "Tiêm chủng mở rộng",
        note: "Tiêm trong 24 giờ đầu sau sinh.",
      }),
    ]),
  ];
}
