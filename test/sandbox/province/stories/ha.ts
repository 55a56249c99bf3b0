import { type Calendar, moment, plusDays, plusMinutes, written } from "../fhir/calendar.ts";
import { loinc } from "../fhir/codes.ts";
import { document } from "../fhir/document.ts";
import { procedure } from "../fhir/imaging.ts";
import { immunization } from "../fhir/immunization.ts";
import { labFinding, labResult } from "../fhir/lab.ts";
import { bloodCount } from "../fhir/lab-tests.ts";
import { courseOver, message } from "../fhir/message.ts";
import { prescription } from "../fhir/prescription.ts";
import type { StoryMessage } from "../fhir/types.ts";
import { visit } from "../fhir/visit.ts";
import { bloodPressure } from "../fhir/vital-signs.ts";
import { persona } from "../personas.ts";
import { illnesses } from "./illnesses.ts";
import { medicines } from "./medicines.ts";
import { chartOf } from "./people.ts";
import { doctors } from "./staff.ts";
import { vaccines } from "./vaccines.ts";

/** Phạm Thu Hà: Bảo's birth as it stands in her own book, and itching eyes last month. */
export function haMessages(c: Calendar): StoryMessage[] {
  return [...birth(), ...eyes(c)];
}

/** The days around the birth; they follow Bảo's birthday, not today. */
function birth(): StoryMessage[] {
  const born = persona("bao").birthDate;
  const chart = chartOf("children-hospital", "ha", "SN-24118", moment(plusDays(born, -70), "08:00"));
  const antenatal = visit(chart, {
    slug: "ha-kham-thai",
    start: moment(plusDays(born, -69), "08:40"),
    kind: "Khám thai",
    department: "Phòng khám Sản",
    doctor: doctors.obstetrician,
    reason: "Khám thai định kỳ 3 tháng cuối",
  });
  const delivery = visit(chart, {
    slug: "ha-sinh",
    start: moment(born, "02:10"),
    minutes: 3 * 24 * 60 + 7 * 60,
    visitClass: "IMP",
    kind: "Điều trị nội trú",
    department: "Khoa Sản",
    doctor: doctors.obstetrician,
    reason: "Chuyển dạ đẻ, thai 39 tuần",
    diagnoses: [
      { key: "de-thuong", code: illnesses.birth, until: plusDays(born, 3) },
      { key: "thieu-mau", code: illnesses.anaemiaAfterBirth, until: plusDays(born, 90), severity: "Nhẹ" },
    ],
    disposition: "Ra viện, mẹ và bé ổn định",
  });
  const iron = prescription(delivery, [
    {
      key: "sat",
      medicine: medicines.ironFolate,
      dose: { how: "Uống 1 viên sau ăn trưa", amount: "1", unit: "viên", times: 1, when: ["PCD"] },
      days: 30,
      quantity: "30",
      reason: "Thiếu máu nhẹ sau đẻ",
    },
  ]);
  return [
    message(chart, plusMinutes(antenatal.end, 300), [
      antenatal.encounter,
      bloodPressure(antenatal, 112, 70),
      labFinding(antenatal, { key: "nhom-mau", code: loinc("882-1", "Nhóm máu ABO, Rh"), value: "Nhóm A, Rh dương" }),
      immunization(antenatal, {
        vaccine: vaccines.tetanus,
        dose: 2,
        of: 2,
        lot: "UV24-0605",
        series: "Uốn ván cho phụ nữ có thai",
      }),
    ]),
    message(chart, plusMinutes(delivery.end, 200), [
      delivery.encounter,
      procedure(delivery, { key: "do-de", name: "Đỡ đẻ thường ngôi chỏm", outcome: "Một bé trai 3250 g, khóc ngay" }),
      labResult(delivery, bloodCount.haemoglobin, "108", { sampleAfter: 28 * 60, resultAfter: 70 }),
      ...iron,
      document(delivery, {
        key: "giay-ra-vien",
        title: "Giấy ra viện",
        loinc: "18842-5",
        description: `Khoa Sản, ra viện ${written(plusDays(born, 3))}: đẻ thường, mẹ ổn định`,
        lines: [
          "GIẤY RA VIỆN",
          "Khoa Sản – Bệnh viện Sản Nhi Kinh Bắc",
          "Chẩn đoán: Đẻ thường, ngôi chỏm, thai 39 tuần (O80.0). Thiếu máu nhẹ sau đẻ.",
          "Phương pháp điều trị: đỡ đẻ thường, bổ sung sắt. Kết quả: mẹ và bé ổn định.",
          "Hẹn khám lại sau 6 tuần.",
        ],
      }),
    ]),
    courseOver(chart, iron),
  ];
}

function eyes(c: Calendar): StoryMessage[] {
  const chart = chartOf("regional-centre", "ha", "DN-30271", c.workday(-33, "09:30"));
  const seen = visit(chart, {
    slug: "ha-mat",
    start: c.workday(-33, "09:45"),
    minutes: 40,
    department: "Phòng khám Mắt",
    doctor: doctors.eyes,
    reason: "Ngứa, đỏ hai mắt khi giao mùa",
    diagnoses: [{ key: "viem-ket-mac", code: illnesses.allergicEyes, until: c.day(-18) }],
  });
  const drops = prescription(seen, [
    {
      key: "olopatadin",
      medicine: medicines.olopatadine,
      dose: {
        how: "Nhỏ mỗi mắt 1 giọt vào buổi sáng",
        amount: "1",
        unit: "giọt",
        times: 1,
        when: ["MORN"],
        route: "Nhỏ mắt",
      },
      days: 14,
      quantity: "1",
      quantityUnit: "lọ",
      reason: "Viêm kết mạc dị ứng",
    },
  ]);
  return [message(chart, plusMinutes(seen.end, 30 * 60), [seen.encounter, ...drops]), courseOver(chart, drops)];
}
