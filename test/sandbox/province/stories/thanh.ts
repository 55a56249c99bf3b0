import { type Calendar, plusMinutes } from "../fhir/calendar.ts";
import type { Visit } from "../fhir/case.ts";
import type { Chart } from "../fhir/chart.ts";
import { claim } from "../fhir/claim.ts";
import { loinc, words } from "../fhir/codes.ts";
import { examReport, procedure } from "../fhir/imaging.ts";
import { labFinding } from "../fhir/lab.ts";
import { courseOver, message } from "../fhir/message.ts";
import { given, prescription } from "../fhir/prescription.ts";
import type { FhirResource, StoryMessage } from "../fhir/types.ts";
import { visit } from "../fhir/visit.ts";
import { bloodPressure, weight } from "../fhir/vital-signs.ts";
import { illnesses } from "./illnesses.ts";
import { medicines } from "./medicines.ts";
import { chartOf, homeOf } from "./people.ts";
import { doctors, rooms } from "./staff.ts";
import { acidBlocker, antacid, eradication, kneeTablets } from "./thanh/medicines.ts";

/** The visit he never made. */
const GHOST = "thanh-khop-goi";

/** Đỗ Văn Thành: his stomach, and somebody else's knee. */
export function thanhMessages(c: Calendar): StoryMessage[] {
  const hospital = chartOf("general-hospital", "thanh", "25-04410", c.workday(-402, "07:30"));
  return [...firstPain(hospital, c), ...breathTest(hospital, c), ...relapse(hospital, c), ...ghost(c)];
}

const stomach = (
  chart: Chart,
  c: Calendar,
  n: number,
  ago: number,
  reason: string,
  until: number,
  helicobacter: boolean,
): Visit =>
  visit(chart, {
    slug: `thanh-da-day-${n}`,
    start: c.workday(-ago, "07:50"),
    minutes: 120,
    kind: "Khám bệnh ngoại trú",
    department: "Phòng khám Tiêu hóa",
    doctor: doctors.gastroenterologist,
    reason,
    diagnoses: [
      { key: "viem-da-day", code: illnesses.gastritis, until: c.day(until) },
      ...(helicobacter ? [{ key: "hp", code: illnesses.helicobacter, until: c.day(until) }] : []),
    ],
    room: rooms.gastroenterology,
  });

function firstPain(chart: Chart, c: Calendar): StoryMessage[] {
  const seen = stomach(chart, c, 1, 402, "Đau thượng vị, ợ chua hơn một tháng", -345, true);
  const test = labFinding(seen, {
    key: "clo-test",
    code: words("Test nhanh HP (CLO test) qua nội soi"),
    value: "Dương tính",
    flag: "POS",
    expected: "Âm tính",
  });
  const lines = prescription(seen, eradication);
  return [
    message(chart, plusMinutes(seen.end, 300), [
      seen.encounter,
      weight(seen, "67.0"),
      bloodPressure(seen, 124, 78),
      test,
      procedure(seen, {
        key: "noi-soi",
        name: "Nội soi dạ dày – tá tràng có sinh thiết",
        reason: "Đau thượng vị kéo dài",
      }),
      examReport(seen, {
        key: "ket-qua-noi-soi",
        code: words("Nội soi dạ dày – tá tràng"),
        category: ["OTH", "Thăm dò chức năng"],
        conclusion: "Viêm sung huyết hang vị. Hành tá tràng bình thường. Test HP dương tính. Điều trị diệt HP 14 ngày.",
        by: doctors.gastroenterologist,
        results: [test],
        after: 110,
      }),
      ...lines,
    ]),
    courseOver(chart, lines),
  ];
}

function breathTest(chart: Chart, c: Calendar): StoryMessage[] {
  const seen = stomach(chart, c, 2, 345, "Kiểm tra sau điều trị HP", -345, false);
  const test = labFinding(seen, {
    key: "test-tho",
    code: loinc("29891-9", "Test thở HP"),
    value: "Âm tính",
    flag: "NEG",
    expected: "Âm tính",
  });
  return [message(chart, plusMinutes(seen.end, 300), [seen.encounter, test])];
}

function relapse(chart: Chart, c: Calendar): StoryMessage[] {
  const seen = stomach(chart, c, 3, 62, "Đau âm ỉ thượng vị khi đói", -30, false);
  const lines = prescription(seen, [acidBlocker(28), antacid]);
  return [
    message(chart, plusMinutes(seen.end, 300), [seen.encounter, weight(seen, "68.5"), ...lines]),
    courseOver(chart, lines),
  ];
}

/** Somebody came with his card: an injection, tablets, and a bill to the insurer. */
function ghost(c: Calendar): StoryMessage[] {
  const chart = chartOf("regional-centre", "thanh", "DN-31902", c.workday(-33, "13:40"));
  const seen = visit(chart, {
    slug: GHOST,
    start: c.workday(-33, "14:05"),
    minutes: 50,
    department: "Phòng khám Ngoại – Chấn thương chỉnh hình",
    doctor: doctors.orthopaedist,
    reason: "Đau khớp gối phải",
    diagnoses: [{ key: "khop-goi", code: illnesses.kneeArthrosis }],
  });
  const lines = prescription(seen, kneeTablets);
  return [
    message(chart, plusMinutes(seen.end, 27 * 60), [seen.encounter, ...injection(seen), ...lines, ...bill(seen)]),
    courseOver(chart, lines),
  ];
}

const injection = (seen: Visit): FhirResource[] => [
  procedure(seen, { key: "tiem-khop", name: "Tiêm nội khớp gối", bodySite: "Khớp gối phải" }),
  given(seen, {
    key: "hyaluronat",
    medicine: medicines.hyaluronate,
    from: plusMinutes(seen.start, 30),
    to: plusMinutes(seen.start, 32),
    how: "Tiêm nội khớp gối phải 1 bơm",
    amount: ["25", "mg"],
    route: "Tiêm nội khớp",
    reason: "Thoái hóa khớp gối phải",
  }),
];

const bill = (seen: Visit): FhirResource[] =>
  claim(seen, homeOf("thanh").insurance ?? "", [
    { what: "Khám chuyên khoa Ngoại", quantity: 1, price: 36_500 },
    { what: "Tiêm nội khớp gối", quantity: 1, price: 96_200 },
    { what: "Natri hyaluronat 25 mg/2,5 ml", quantity: 1, price: 685_000 },
    { what: "Meloxicam 7,5 mg", quantity: 14, price: 1_150 },
    { what: "Glucosamin sulfat 500 mg", quantity: 42, price: 2_400 },
  ]);
