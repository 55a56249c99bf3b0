import { allergy } from "../../fhir/allergy.ts";
import { type Calendar, plusMinutes } from "../../fhir/calendar.ts";
import type { Visit } from "../../fhir/case.ts";
import type { Chart } from "../../fhir/chart.ts";
import { hl7, words } from "../../fhir/codes.ts";
import { problem } from "../../fhir/condition.ts";
import { examReport } from "../../fhir/imaging.ts";
import { labResult } from "../../fhir/lab.ts";
import type { LabTest } from "../../fhir/lab-tests.ts";
import { message } from "../../fhir/message.ts";
import { carePlan } from "../../fhir/plan.ts";
import { completed, type Line, prescription } from "../../fhir/prescription.ts";
import type { FhirResource, StoryMessage } from "../../fhir/types.ts";
import { visit } from "../../fhir/visit.ts";
import { height, oxygen, weight } from "../../fhir/vital-signs.ts";
import { illnesses } from "../illnesses.ts";
import { medicines } from "../medicines.ts";
import { doctors } from "../staff.ts";

const breath = (key: string, title: string, code: string, unit: readonly [string, string], low: string): LabTest => ({
  key,
  title,
  loinc: code,
  unit: unit[0],
  ucum: unit[1],
  low,
});
const firstSecond = breath("fev1", "FEV1 (thể tích thở ra gắng sức giây đầu)", "20150-9", ["L", "L"], "2.90");
const ratio = breath("fev1-fvc", "Tỷ số FEV1/FVC", "19926-5", ["%", "%"], "80.0");

const preventer: Line = {
  key: "budesonid-formoterol",
  medicine: medicines.budesonideFormoterol,
  dose: {
    how: "Hít 1 liều buổi sáng và 1 liều buổi tối; súc miệng sau khi hít",
    amount: "1",
    unit: "liều",
    times: 2,
    when: ["MORN", "EVE"],
    route: "Hít",
  },
  days: 60,
  quantity: "1",
  quantityUnit: "ống hít 120 liều",
  reason: "Dự phòng hen",
};

const reliever: Line = {
  key: "salbutamol",
  medicine: medicines.salbutamolInhaler,
  dose: {
    how: "Xịt 2 nhát khi khó thở, khò khè; nếu sau 20 phút chưa đỡ thì xịt lại và đến cơ sở y tế",
    amount: "2",
    unit: "nhát",
    times: 1,
    per: { every: 4, unit: "h" },
    asNeeded: "Khó thở, khò khè",
    route: "Xịt, hít",
  },
  days: 60,
  quantity: "1",
  quantityUnit: "bình",
  reason: "Cắt cơn hen",
};

const checks = [
  {
    ago: 186,
    reason: "Ho về đêm, khò khè khi chạy",
    fev1: "2.74",
    ratio: "76.5",
    comment:
      "Rối loạn thông khí tắc nghẽn nhẹ, có đáp ứng với thuốc giãn phế quản. Hen chưa kiểm soát tốt: dùng thuốc dự phòng đều.",
  },
  {
    ago: 95,
    reason: "Tái khám hen",
    fev1: "3.05",
    ratio: "81.2",
    comment: "Chức năng hô hấp đã về bình thường. Tiếp tục thuốc dự phòng, tập hít đúng cách.",
  },
  {
    ago: 3,
    reason: "Tái khám hen; hai lần khò khè khi trời trở lạnh",
    fev1: "3.02",
    ratio: "80.4",
    comment: "Hen kiểm soát một phần. Giữ nguyên thuốc, mang thuốc cắt cơn đến trường, tránh bụi nhà.",
  },
] as const;

/** Asthma since primary school: three checks, each closing the last one's inhalers. */
export function asthmaMessages(chart: Chart, c: Calendar): StoryMessage[] {
  const asthma = problem(chart, {
    key: "hen",
    code: illnesses.asthma,
    since: "2019",
    recorded: c.workday(-186, "15:00"),
    recorder: doctors.paediatrician,
  });
  const seen = checks.map((check, n) => ({ check, ...inhalers(chart, c, asthma, n) }));
  return seen.map(({ check, visit: at, lines }, n) => {
    const closed = (seen[n - 1]?.lines ?? []).map((line) => completed(line, at.end));
    const resources = [at.encounter, ...breathing(at, check), ...(n === 0 ? [dust(at)] : []), ...lines, ...closed];
    return message(chart, plusMinutes(at.end, 210), [...resources, ...(n === 2 ? plan(at, c) : [])]);
  });
}

function inhalers(chart: Chart, c: Calendar, asthma: FhirResource, n: number): { visit: Visit; lines: FhirResource[] } {
  const check = checks[n];
  const at = visit(chart, {
    slug: `quan-hen-${n + 1}`,
    start: c.workday(-(check?.ago ?? 0), "14:30"),
    minutes: 70,
    kind: "Khám bệnh ngoại trú",
    department: "Phòng khám Hô hấp Nhi",
    doctor: doctors.paediatrician,
    reason: check?.reason ?? "",
    diagnoses: [asthma],
  });
  return { visit: at, lines: prescription(at, [preventer, reliever]) };
}

/** A breathing test: an examination, not a laboratory's. */
function breathing(at: Visit, check: (typeof checks)[number]): FhirResource[] {
  const category = [hl7("observation-category", "procedure")];
  const values = [labResult(at, firstSecond, check.fev1), labResult(at, ratio, check.ratio)].map((value) => ({
    ...value,
    category,
  }));
  const report = examReport(at, {
    key: "ho-hap-ky",
    code: words("Đo chức năng hô hấp"),
    category: ["PF", "Thăm dò chức năng"],
    conclusion: check.comment,
    by: doctors.paediatrician,
    results: values,
    after: 100,
  });
  return [
    oxygen(at, "98"),
    height(at, check.ago > 100 ? "166.0" : "168.5"),
    weight(at, check.ago > 100 ? "53.0" : "55.5"),
    ...values,
    report,
  ];
}

const dust = (at: Visit): FhirResource =>
  allergy(at, {
    key: "di-ung-mat-bui",
    to: "Mạt bụi nhà",
    category: "environment",
    criticality: "low",
    reaction: "Hắt hơi, ngứa mũi, lên cơn khò khè khi dọn phòng",
    severity: "moderate",
    since: "2019",
    note: "Test lẩy da dương tính với mạt bụi nhà.",
  });

const plan = (at: Visit, c: Calendar): FhirResource[] =>
  carePlan(at, {
    key: "ke-hoach-hen",
    title: "Kế hoạch kiểm soát hen",
    description: "Giữ một bản ở nhà, một bản cho y tế trường học.",
    until: c.day(177),
    activities: [
      {
        what: "Dùng thuốc dự phòng mỗi ngày",
        how: "Hít thuốc mỗi ngày, kể cả khi không khó thở; súc miệng sau khi hít.",
      },
      {
        what: "Khi lên cơn",
        how: "Khi lên cơn: ngồi thẳng, xịt 2 nhát thuốc cắt cơn; chưa đỡ sau 20 phút thì xịt lại và đến cơ sở y tế.",
      },
      {
        what: "Tránh bụi nhà",
        how: "Giặt chăn ga bằng nước nóng 2 tuần một lần, không nuôi thú lông trong phòng ngủ.",
      },
    ],
  });
