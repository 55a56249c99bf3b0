import { type Calendar, plusMinutes } from "../../fhir/calendar.ts";
import type { Chart } from "../../fhir/chart.ts";
import { loinc, words } from "../../fhir/codes.ts";
import { imaging } from "../../fhir/imaging.ts";
import { labFinding } from "../../fhir/lab.ts";
import { courseOver, message } from "../../fhir/message.ts";
import { order } from "../../fhir/plan.ts";
import { prescription } from "../../fhir/prescription.ts";
import { survey } from "../../fhir/survey.ts";
import type { StoryMessage } from "../../fhir/types.ts";
import { visit } from "../../fhir/visit.ts";
import { illnesses } from "../illnesses.ts";
import { medicines } from "../medicines.ts";
import { doctors } from "../staff.ts";

export const INSOMNIA = "lan-mat-ngu";
export const GYNAECOLOGY = "lan-phu-khoa";

/** Her bad sleep; the case is labelled psychiatry, so only she sees it unless she decides otherwise. */
export function insomniaMessages(chart: Chart, c: Calendar): StoryMessage[] {
  const seen = visit(chart, {
    slug: INSOMNIA,
    start: c.workday(-26, "09:15"),
    minutes: 55,
    kind: "Khám bệnh ngoại trú",
    department: "Phòng khám Tâm thần – Tâm lý",
    doctor: doctors.psychiatrist,
    reason: "Khó vào giấc, tỉnh giấc lúc 2–3 giờ sáng gần hai tháng nay",
    diagnoses: [{ key: "mat-ngu", code: illnesses.insomnia, severity: "Trung bình" }],
  });
  const lines = prescription(seen, [
    {
      key: "mirtazapin",
      medicine: medicines.mirtazapine,
      dose: { how: "Uống nửa viên trước khi đi ngủ", amount: "0.5", unit: "viên", times: 1, when: ["HS"] },
      days: 30,
      quantity: "15",
      reason: "Mất ngủ",
      note: "Không lái xe, không leo cao sau khi uống thuốc.",
    },
    {
      key: "rotundin",
      medicine: medicines.rotundine,
      dose: {
        how: "Uống 1 viên trước khi đi ngủ 30 phút, những hôm khó vào giấc",
        amount: "1",
        unit: "viên",
        times: 1,
        when: ["HS"],
        asNeeded: "Khó vào giấc",
      },
      days: 30,
      quantity: "10",
      reason: "Mất ngủ",
    },
  ]);
  const score = survey(seen, {
    key: "thang-diem-giac-ngu",
    title: "Thang điểm chất lượng giấc ngủ PSQI",
    value: "13/21 điểm – ngủ kém",
    expected: "Từ 5 điểm trở xuống là ngủ tốt",
  });
  const again = order(seen, {
    key: "hen-kham-lai",
    what: "Khám lại sau khi hết thuốc",
    reason: "Mất ngủ",
    instruction: "Ghi lại giờ ngủ, giờ dậy mỗi ngày. Không uống chè, cà phê sau 14 giờ.",
    between: { start: c.day(2), end: c.day(6) },
  });
  return [message(chart, plusMinutes(seen.end, 26 * 60), [seen.encounter, ...lines, score, again])];
}

/** The visit she has hidden from everybody. */
export function gynaecologyMessages(chart: Chart, c: Calendar): StoryMessage[] {
  const seen = visit(chart, {
    slug: GYNAECOLOGY,
    start: c.workday(-152, "14:20"),
    minutes: 60,
    department: "Phòng khám Phụ sản",
    doctor: doctors.clinicGynaecologist,
    reason: "Khô rát, ngứa âm đạo",
    diagnoses: [{ key: "viem-teo", code: illnesses.atrophicVaginitis, until: c.day(-130) }],
  });
  const smear = labFinding(
    seen,
    {
      key: "te-bao",
      code: words("Phết tế bào cổ tử cung (Pap)"),
      value: "Không thấy tế bào ác tính; biến đổi do thiếu nội tiết tố",
      flag: "N",
    },
    { resultAfter: 3 * 24 * 60 },
  );
  const lines = prescription(seen, [
    {
      key: "estriol",
      medicine: medicines.estriol,
      dose: {
        how: "Đặt âm đạo 1 viên trước khi đi ngủ",
        amount: "1",
        unit: "viên",
        times: 1,
        when: ["HS"],
        route: "Đặt âm đạo",
      },
      days: 14,
      quantity: "14",
      reason: "Viêm teo âm đạo",
    },
  ]);
  const pictures = imaging(seen, {
    key: "sieu-am",
    code: loinc(undefined, "Siêu âm tử cung, phần phụ"),
    modality: "US",
    bodySite: "Tiểu khung",
    images: 3,
    conclusion: "Tử cung teo nhỏ theo tuổi, nội mạc mỏng 2,5 mm. Hai phần phụ không thấy bất thường.",
    by: doctors.clinicGynaecologist,
  });
  return [
    message(chart, plusMinutes(seen.end, 4 * 24 * 60), [seen.encounter, smear, ...lines, ...pictures]),
    courseOver(chart, lines),
  ];
}
