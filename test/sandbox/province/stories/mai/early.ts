import { type Calendar, plusMinutes, written } from "../../fhir/calendar.ts";
import type { Visit } from "../../fhir/case.ts";
import type { Chart } from "../../fhir/chart.ts";
import { loinc } from "../../fhir/codes.ts";
import { imaging } from "../../fhir/imaging.ts";
import { labFinding, labReport, labResult } from "../../fhir/lab.ts";
import { bloodCount, chemistry } from "../../fhir/lab-tests.ts";
import { message } from "../../fhir/message.ts";
import { completed, type Line, prescription } from "../../fhir/prescription.ts";
import { expectedBirth } from "../../fhir/survey.ts";
import type { FhirResource, StoryMessage } from "../../fhir/types.ts";
import { bloodPressure, height, weight } from "../../fhir/vital-signs.ts";
import { medicines } from "../medicines.ts";
import { doctors } from "../staff.ts";
import { antenatal, birthExpected, gestation } from "./pregnancy.ts";

const daily = (how: string, when: "PCM" | "PCD") => ({
  how,
  amount: "1",
  unit: "viên",
  times: 1,
  when: [when],
});

export const folate: Line = {
  key: "acid-folic",
  medicine: medicines.folate,
  dose: daily("Uống 1 viên sau ăn sáng", "PCM"),
  days: 30,
  quantity: "30",
  reason: "Phòng dị tật ống thần kinh",
};

export const iron: Line = {
  key: "sat",
  medicine: medicines.ironFolate,
  dose: daily("Uống 1 viên sau ăn trưa, không uống cùng sữa, chè, cà phê", "PCD"),
  days: 60,
  quantity: "60",
  reason: "Bổ sung sắt khi mang thai",
};

export const calcium: Line = {
  key: "calci",
  medicine: medicines.calcium,
  dose: daily("Uống 1 viên sau ăn sáng, cách viên sắt ít nhất 2 giờ", "PCM"),
  days: 60,
  quantity: "60",
  reason: "Bổ sung calci khi mang thai",
};

/** The first visit, at eight weeks. */
export function firstVisit(
  chart: Chart,
  c: Calendar,
  known: FhirResource,
): { messages: StoryMessage[]; lines: FhirResource[] } {
  const start = c.workday(-118, "08:20");
  const seen = antenatal(chart, {
    slug: "mai-thai-1",
    start,
    reason: "Chậm kinh, thử thai dương tính",
    diagnoses: [known],
  });
  const lines = prescription(seen, [folate]);
  const resources = [
    seen.encounter,
    height(seen, "156.0"),
    weight(seen, "51.0"),
    bloodPressure(seen, 108, 66),
    ...firstBlood(seen),
    expectedBirth(seen, birthExpected(c), "Theo ngày đầu kỳ kinh cuối và siêu âm"),
    ...imaging(seen, {
      key: "sieu-am-thai",
      code: loinc("11525-3", "Siêu âm thai 3 tháng đầu"),
      modality: "US",
      bodySite: "Tử cung",
      images: 4,
      conclusion: `Một thai trong buồng tử cung, có tim thai, tương đương ${gestation(c, start)}. Dự kiến sinh ${written(birthExpected(c))}.`,
      by: doctors.sonographer,
    }),
    ...lines,
  ];
  return { messages: [message(chart, plusMinutes(seen.end, 240), resources)], lines };
}

function firstBlood(seen: Visit): FhirResource[] {
  const results = [
    labResult(seen, bloodCount.white, "8.40"),
    labResult(seen, bloodCount.haemoglobin, "116", { range: { low: "110", high: "150" } }),
    labResult(seen, bloodCount.platelets, "231"),
    labResult(seen, chemistry.ferritin, "18.6"),
  ];
  const group = labFinding(seen, {
    key: "nhom-mau",
    code: loinc("882-1", "Nhóm máu ABO, Rh"),
    value: "Nhóm O, Rh dương",
  });
  const hepatitis = labFinding(seen, {
    key: "hbsag",
    code: loinc("5195-3", "HBsAg (viêm gan B)"),
    value: "Âm tính",
    flag: "NEG",
    expected: "Âm tính",
  });
  const report = labReport(seen, {
    key: "mau-lan-dau",
    code: loinc(undefined, "Xét nghiệm máu lần khám thai đầu"),
    results: [...results, group, hepatitis],
    conclusion: "Kết quả bình thường. Nhóm máu O, Rh dương.",
    by: doctors.obstetrician,
  });
  return [...results, group, hepatitis, report];
}

/** The scan at twelve weeks, and iron from now on. */
export function secondVisit(
  chart: Chart,
  c: Calendar,
  known: FhirResource,
  before: FhirResource[],
): { messages: StoryMessage[]; lines: FhirResource[] } {
  const start = c.workday(-85, "09:10");
  const seen = antenatal(chart, {
    slug: "mai-thai-2",
    start,
    reason: "Khám thai, siêu âm sàng lọc quý I",
    diagnoses: [known],
  });
  const lines = prescription(seen, [iron]);
  const resources = [
    seen.encounter,
    weight(seen, "52.4"),
    bloodPressure(seen, 106, 64),
    ...imaging(seen, {
      key: "sieu-am-thai",
      code: loinc("11525-3", "Siêu âm thai, đo độ mờ da gáy"),
      modality: "US",
      bodySite: "Tử cung",
      images: 8,
      conclusion: `Thai ${gestation(c, start)}, chiều dài đầu mông 62 mm, độ mờ da gáy 1,2 mm (bình thường). Tim thai 158 lần/phút.`,
      by: doctors.sonographer,
    }),
    ...lines,
    ...before.map((line) => completed(line, seen.end)),
  ];
  return { messages: [message(chart, plusMinutes(seen.end, 240), resources)], lines };
}
