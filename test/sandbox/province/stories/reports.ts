import type { Outcome } from "#app/domain/corrections/rules.ts";
import { facility } from "../facilities.ts";
import { caseId } from "../fhir/case.ts";

/** What somebody reported about their book, and what was answered. */
export interface Report {
  person: string;
  /** Who sent it for them. */
  by?: string;
  kind: "wrong" | "missing" | "not-mine";
  section: string;
  facilityKey?: string;
  encounterId?: string;
  circumstances?: string[];
  words: string;
  tellInsurer?: boolean;
  contact?: "portal" | "call";
  daysAgo: number;
  answers: { by: string; role: "clerk" | "clinician"; daysAgo: number; outcome?: Outcome; words: string }[];
}

const visit = (facilityKey: string, slug: string) => ({
  section: "visits",
  facilityKey,
  encounterId: caseId(facility(facilityKey).code5, slug),
});

export const reports: readonly Report[] = [
  {
    person: "lan",
    kind: "missing",
    section: "documents",
    facilityKey: "general-hospital",
    words:
      "Tôi nằm viện vì viêm phổi, khi về có giấy ra viện nhưng trong sổ không thấy. Con tôi cần giấy này để làm hồ sơ bảo hiểm.",
    contact: "call",
    daysAgo: 1,
    answers: [],
  },
  {
    person: "thanh",
    kind: "wrong",
    ...visit("general-hospital", "thanh-da-day-3"),
    words:
      "Hôm đó bác sĩ ghi tôi đau âm ỉ khi đói, nhưng thật ra tôi đau sau khi ăn no. Nhờ bệnh viện sửa lại lý do khám.",
    daysAgo: 4,
    answers: [{ by: "yen", role: "clerk", daysAgo: 3, words: "" }],
  },
  {
    person: "thanh",
    kind: "not-mine",
    ...visit("regional-centre", "thanh-khop-goi"),
    circumstances: ["never-there", "card-lost"],
    words:
      "Tôi chưa bao giờ khám khớp gối và chưa đến trung tâm này. Thẻ bảo hiểm y tế của tôi bị mất từ đầu tháng trước.",
    tellInsurer: true,
    daysAgo: 14,
    answers: [],
  },
  {
    person: "hung",
    kind: "missing",
    section: "results",
    facilityKey: "clinic",
    words: "Lần khám viêm họng tôi có làm test nhanh cúm nhưng không thấy kết quả.",
    daysAgo: 20,
    answers: [
      {
        by: "trang",
        role: "clinician",
        daysAgo: 16,
        outcome: "refused",
        words:
          "Phòng khám đã xem lại phiếu khám và sổ xét nghiệm: hôm đó bác sĩ có nói đến test nhanh cúm nhưng anh không làm, viện phí cũng không có mục này. Vì vậy không có kết quả để gửi.",
      },
    ],
  },
  {
    person: "bao",
    by: "ha",
    kind: "missing",
    section: "vaccinations",
    words: "Bé đã tiêm mũi cúm ở điểm tiêm lưu động của phường, không rõ đơn vị nào nhập dữ liệu.",
    daysAgo: 2,
    answers: [],
  },
];
