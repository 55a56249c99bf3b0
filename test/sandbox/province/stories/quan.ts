import { type Calendar, plusMinutes } from "../fhir/calendar.ts";
import { words } from "../fhir/codes.ts";
import { document } from "../fhir/document.ts";
import { examReport } from "../fhir/imaging.ts";
import { immunization } from "../fhir/immunization.ts";
import { message } from "../fhir/message.ts";
import { order } from "../fhir/plan.ts";
import { survey } from "../fhir/survey.ts";
import type { StoryMessage } from "../fhir/types.ts";
import { visit } from "../fhir/visit.ts";
import { bloodPressure, bodyMass, height, pulse, weight } from "../fhir/vital-signs.ts";
import { illnesses } from "./illnesses.ts";
import { chartOf } from "./people.ts";
import { asthmaMessages } from "./quan/asthma.ts";
import { doctors } from "./staff.ts";
import { vaccines } from "./vaccines.ts";

export const COUNSELLING = "quan-tu-van";

/** Hoàng Minh Quân, fifteen: asthma, the school's check-up, and one visit of his own. */
export function quanMessages(c: Calendar): StoryMessage[] {
  const hospital = chartOf("children-hospital", "quan", "SN-19440", c.workday(-186, "14:10"));
  return [...asthmaMessages(hospital, c), ...schoolCheck(c), ...counselling(c)];
}

function schoolCheck(c: Calendar): StoryMessage[] {
  const chart = chartOf("regional-centre", "quan", "DN-20563", c.workday(-68, "08:00"));
  const seen = visit(chart, {
    slug: "quan-hoc-duong",
    start: c.workday(-68, "09:10"),
    minutes: 30,
    kind: "Khám sức khỏe học sinh",
    department: "Đội khám sức khỏe học đường",
    doctor: doctors.eyes,
    reason: "Khám sức khỏe đầu năm học",
    diagnoses: [{ key: "can-thi", code: illnesses.myopia, severity: "Nhẹ" }],
  });
  return [
    message(chart, plusMinutes(seen.end, 28 * 60), [
      seen.encounter,
      height(seen, "168.0"),
      weight(seen, "55.0"),
      bodyMass(seen, "19.5"),
      bloodPressure(seen, 108, 68),
      pulse(seen, "72"),
      immunization(seen, {
        vaccine: vaccines.flu,
        lot: "CM26-0302",
        note: "Tiêm tại trường, có phiếu đồng ý của bố mẹ.",
      }),
      examReport(seen, {
        key: "thi-luc",
        code: words("Đo thị lực"),
        category: ["OTH", "Thăm dò chức năng"],
        conclusion:
          "Mắt phải 8/10, mắt trái 7/10 không kính; có kính –0,75 độ đạt 10/10 hai mắt. Ngồi học đủ ánh sáng, đo lại sau 6 tháng.",
        by: doctors.eyes,
        after: 20,
      }),
      document(seen, {
        key: "phieu-kham",
        title: "Phiếu khám sức khỏe học sinh",
        description: "Khám sức khỏe đầu năm học: đủ sức khỏe học tập; hen phế quản, cận thị nhẹ",
        lines: [
          "PHIẾU KHÁM SỨC KHỎE HỌC SINH",
          "Thể lực: cao 168 cm, nặng 55 kg, BMI 19,5 (bình thường). Huyết áp 108/68 mmHg.",
          "Mắt: cận thị nhẹ hai mắt. Tai mũi họng, răng hàm mặt, cột sống: bình thường.",
          "Hô hấp: hen phế quản đang điều trị dự phòng; cần mang thuốc cắt cơn khi học thể dục.",
          "Kết luận: đủ sức khỏe học tập.",
        ],
      }),
    ]),
  ];
}

/** The visit his parents do not see; labelled adolescent. */
function counselling(c: Calendar): StoryMessage[] {
  const chart = chartOf("clinic", "quan", "AB-9031", c.workday(-35, "16:50"));
  const seen = visit(chart, {
    slug: COUNSELLING,
    start: c.workday(-35, "17:00"),
    minutes: 50,
    kind: "Khám tư vấn",
    department: "Phòng tư vấn sức khỏe vị thành niên",
    doctor: doctors.clinicCounsellor,
    reason: "Muốn hỏi riêng về tuổi dậy thì và áp lực thi cử",
    diagnoses: [
      {
        key: "tu-van",
        code: illnesses.counselling,
        clinical: "inactive",
        note: "Lo lắng trước kỳ thi, ngủ ít, hay cáu gắt. Không có ý nghĩ tự làm hại bản thân. Đề nghị giữ riêng với bố mẹ.",
      },
    ],
  });
  return [
    message(chart, plusMinutes(seen.end, 120), [
      seen.encounter,
      survey(seen, {
        key: "phq-a",
        title: "Thang điểm tâm trạng PHQ-A",
        value: "7/27 điểm – có dấu hiệu nhẹ",
        expected: "Dưới 5 điểm là bình thường",
      }),
      order(seen, {
        key: "hen-tu-van",
        what: "Tư vấn lần hai",
        reason: "Theo dõi giấc ngủ và tâm trạng",
        instruction: "Đi ngủ trước 23 giờ, để điện thoại ngoài phòng ngủ. Gọi phòng tư vấn nếu thấy tệ hơn.",
        between: { start: c.day(5), end: c.day(12) },
      }),
    ]),
  ];
}
