import type { Calendar } from "../../fhir/calendar.ts";
import { written } from "../../fhir/calendar.ts";
import type { Visit } from "../../fhir/case.ts";
import { loinc, words } from "../../fhir/codes.ts";
import { document } from "../../fhir/document.ts";
import { examReport, imaging } from "../../fhir/imaging.ts";
import { appointment, carePlan, order } from "../../fhir/plan.ts";
import { dispensed } from "../../fhir/prescription.ts";
import type { FhirResource } from "../../fhir/types.ts";
import { doctors, rooms } from "../staff.ts";

/** Ultrasound of the belly, after the pneumonia. */
export const ultrasound = (visit: Visit): FhirResource[] =>
  imaging(visit, {
    key: "sieu-am-bung",
    code: loinc("24558-9", "Siêu âm ổ bụng"),
    modality: "US",
    bodySite: "Ổ bụng",
    images: 6,
    conclusion:
      "Gan nhiễm mỡ độ I. Túi mật không có sỏi. Hai thận kích thước bình thường, không ứ nước, không có sỏi. Không thấy dịch ổ bụng.",
    by: doctors.radiologist,
  });

export const electrocardiogram = (visit: Visit): FhirResource[] => [
  examReport(visit, {
    key: "dien-tim",
    code: loinc("11524-6", "Điện tâm đồ (điện tim)"),
    category: ["EC", "Thăm dò chức năng"],
    conclusion: "Nhịp xoang đều, tần số 74 lần/phút, trục trung gian. Không thấy dấu hiệu thiếu máu cơ tim.",
    by: doctors.cardiologist,
  }),
];

/** Pictures of the eye grounds, and the way on to the eye clinic. */
export function eyeGrounds(visit: Visit, c: Calendar): FhirResource[] {
  return [
    ...imaging(visit, {
      key: "day-mat",
      code: words("Chụp đáy mắt màu hai mắt"),
      modality: "OP",
      bodySite: "Đáy mắt hai bên",
      images: 4,
      conclusion:
        "Mắt phải: vài vi phình mạch, chưa phù hoàng điểm – bệnh võng mạc đái tháo đường không tăng sinh mức độ nhẹ. Mắt trái: chưa thấy tổn thương.",
      by: doctors.radiologist,
    }),
    order(visit, {
      key: "kham-mat",
      what: "Khám chuyên khoa Mắt",
      category: "Giới thiệu khám chuyên khoa",
      reason: "Bệnh võng mạc đái tháo đường giai đoạn sớm, mắt phải",
      instruction:
        "Khám tại phòng khám Mắt, Trung tâm Y tế khu vực Đông Ngàn. Mang theo kết quả chụp đáy mắt; nên có người đi cùng vì có thể phải nhỏ thuốc giãn đồng tử.",
      between: { start: visit.start.slice(0, 10), end: c.day(20) },
    }),
    document(visit, {
      key: "giay-gioi-thieu",
      title: "Giấy giới thiệu khám chuyên khoa Mắt",
      loinc: "57133-1",
      description: "Giới thiệu khám chuyên khoa Mắt, Trung tâm Y tế khu vực Đông Ngàn",
      lines: [
        "GIẤY GIỚI THIỆU KHÁM CHUYÊN KHOA",
        "Nơi gửi: Phòng khám Nội tiết – Đái tháo đường, Bệnh viện Đa khoa tỉnh Kinh Bắc",
        "Nơi nhận: Phòng khám Mắt, Trung tâm Y tế khu vực Đông Ngàn",
        "Chẩn đoán: Đái tháo đường típ 2; bệnh võng mạc đái tháo đường không tăng sinh mức độ nhẹ, mắt phải",
        "Đề nghị: soi đáy mắt có nhỏ giãn đồng tử, đo nhãn áp, tư vấn thời gian theo dõi.",
      ],
    }),
  ];
}

/** What the newest check leads to: the pharmacy, the plan, the next appointment and its paper. */
export function nextSteps(visit: Visit, c: Calendar, lines: FhirResource[]): FhirResource[] {
  const start = c.workday(9, "08:30");
  const again = order(visit, {
    key: "hen-kham-lai",
    // Fulfilled: the appointment stands.
    status: "completed",
    what: "Tái khám nội tiết, xét nghiệm lại đường huyết và đạm niệu",
    reason: "HbA1c và albumin niệu hơi cao",
    instruction:
      "Nhịn ăn từ 22 giờ tối hôm trước, vẫn uống nước lọc. Mang theo sổ theo dõi đường huyết và thuốc đang dùng.",
    between: { start: start.slice(0, 10), end: start.slice(0, 10) },
  });
  return [
    ...lines.map((line) => dispensed(visit, line)),
    ...carePlan(visit, plan(c)),
    again,
    appointment(visit, {
      key: "lich-hen",
      start,
      minutes: 20,
      service: "Khám Nội tiết – Đái tháo đường",
      description: "Tái khám đái tháo đường, xét nghiệm lại máu và nước tiểu",
      instruction: "Nhịn ăn từ 22 giờ tối hôm trước. Đến trước 15 phút để lấy máu. Mang theo thẻ BHYT hoặc căn cước.",
      place: rooms.endocrinology,
      order: again,
    }),
    document(visit, {
      key: "giay-hen",
      title: "Giấy hẹn khám lại",
      description: `Hẹn khám lại ngày ${written(start.slice(0, 10))}`,
      lines: [
        "GIẤY HẸN KHÁM LẠI",
        `Hẹn khám lại lúc 08 giờ 30 ngày ${written(start.slice(0, 10))}, Phòng 12, tầng 2, nhà B`,
        "Chẩn đoán: Đái tháo đường típ 2 (E11.9); Tăng huyết áp (I10)",
        "Giấy hẹn có giá trị sử dụng 01 lần.",
      ],
    }),
  ];
}

const plan = (c: Calendar) => ({
  key: "ke-hoach",
  title: "Kế hoạch chăm sóc đái tháo đường và huyết áp",
  description: "Thống nhất giữa bác sĩ và người bệnh; xem lại ở mỗi lần tái khám.",
  until: c.day(168),
  activities: [
    { what: "Chế độ ăn", how: "Mỗi bữa một lưng bát cơm, nhiều rau xanh, ăn nhạt, không uống nước ngọt." },
    { what: "Tập luyện", how: "Đi bộ 30 phút mỗi ngày, ít nhất 5 ngày một tuần." },
    { what: "Tự đo đường huyết", how: "Đo đường huyết lúc đói và sau ăn tối 2 giờ, 3 ngày một tuần, ghi vào sổ." },
    { what: "Chăm sóc bàn chân", how: "Rửa sạch, lau khô và xem kỹ bàn chân mỗi tối; không đi chân đất." },
  ],
  goals: [
    { key: "muc-tieu-hba1c", description: "HbA1c dưới 7,0%", progress: "not-achieved" as const },
    { key: "muc-tieu-huyet-ap", description: "Huyết áp dưới 130/80 mmHg", progress: "in-progress" as const },
  ],
});
