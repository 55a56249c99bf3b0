import { atAge, plusDays, plusMinutes } from "../../fhir/calendar.ts";
import type { Visit } from "../../fhir/case.ts";
import type { Chart } from "../../fhir/chart.ts";
import { loinc } from "../../fhir/codes.ts";
import { imaging } from "../../fhir/imaging.ts";
import { labReport, labResult } from "../../fhir/lab.ts";
import { bloodCount, chemistry } from "../../fhir/lab-tests.ts";
import { courseOver, message } from "../../fhir/message.ts";
import { given, prescription } from "../../fhir/prescription.ts";
import type { Day, FhirResource, StoryMessage } from "../../fhir/types.ts";
import { visit } from "../../fhir/visit.ts";
import { breathing, oxygen, pulse, temperature, weight } from "../../fhir/vital-signs.ts";
import { illnesses } from "../illnesses.ts";
import { medicines } from "../medicines.ts";
import { doctors } from "../staff.ts";

/** One bad evening at eleven months: wheezing, a nebuliser, and home again. */
export function bronchiolitisMessages(chart: Chart, born: Day): StoryMessage[] {
  const start = atAge(born, 341, "19:40");
  const seen = visit(chart, {
    slug: "bao-tieu-phe-quan",
    start,
    minutes: 260,
    visitClass: "EMER",
    kind: "Khám cấp cứu",
    department: "Khoa Cấp cứu Nhi",
    doctor: doctors.paediatrician,
    reason: "Ho, khò khè, bú kém từ hôm trước",
    diagnoses: [
      {
        key: "viem-tieu-phe-quan",
        code: illnesses.bronchiolitis,
        severity: "Nhẹ",
        until: plusDays(start.slice(0, 10), 8),
      },
    ],
    disposition: "Đỡ khò khè, cho về, hẹn khám lại sau 2 ngày hoặc khi khó thở",
  });
  const lines = homeMedicines(seen);
  return [
    message(chart, plusMinutes(seen.end, 180), [seen.encounter, ...findings(seen), nebuliser(seen), ...lines]),
    courseOver(chart, lines),
  ];
}

function findings(seen: Visit): FhirResource[] {
  const count = [
    labResult(seen, bloodCount.white, "11.60", { range: { low: "6.0", high: "17.5" } }),
    labResult(seen, bloodCount.haemoglobin, "112", { range: { low: "105", high: "135" } }),
    labResult(seen, chemistry.crp, "3.80"),
  ];
  return [
    temperature(seen, "38.1"),
    pulse(seen, "142"),
    breathing(seen, "48"),
    oxygen(seen, "95"),
    weight(seen, "9.10"),
    ...count,
    labReport(seen, {
      key: "cong-thuc-mau",
      code: loinc("58410-2", "Tổng phân tích tế bào máu (công thức máu)"),
      results: count,
      conclusion: "Trong giới hạn bình thường theo tuổi; ít nghĩ đến nhiễm khuẩn.",
      by: doctors.childLaboratory,
    }),
    ...imaging(seen, {
      key: "xquang-phoi",
      code: loinc("36554-4", "Chụp X-quang ngực thẳng"),
      modality: "DX",
      bodySite: "Ngực",
      images: 1,
      conclusion: "Hai phổi ứ khí nhẹ, không có đám đông đặc.",
      by: doctors.paediatrician,
    }),
  ];
}

const nebuliser = (seen: Visit): FhirResource =>
  given(seen, {
    key: "salbutamol-khi-dung",
    medicine: medicines.salbutamolNebules,
    from: plusMinutes(seen.start, 35),
    to: plusMinutes(seen.start, 75),
    how: "Khí dung 1 ống 2,5 mg, 2 lần cách nhau 20 phút",
    amount: ["2.5", "mg"],
    route: "Khí dung",
    reason: "Khò khè",
  });

const homeMedicines = (seen: Visit): FhirResource[] =>
  prescription(seen, [
    {
      key: "paracetamol",
      medicine: medicines.paracetamol80,
      dose: {
        how: "Pha 1 gói với nước, uống khi sốt từ 38,5°C; cách nhau ít nhất 6 giờ",
        amount: "1",
        unit: "gói",
        times: 1,
        per: { every: 6, unit: "h" },
        asNeeded: "Sốt từ 38,5°C",
      },
      days: 3,
      quantity: "6",
      reason: "Hạ sốt",
    },
    {
      key: "nuoc-muoi",
      medicine: medicines.nasalSaline,
      dose: {
        how: "Nhỏ mỗi bên mũi 2 giọt trước khi bú, ngày 4 lần",
        amount: "2",
        unit: "giọt",
        times: 4,
        route: "Nhỏ mũi",
      },
      days: 7,
      quantity: "2",
      quantityUnit: "lọ",
      reason: "Làm thông mũi",
    },
  ]);
