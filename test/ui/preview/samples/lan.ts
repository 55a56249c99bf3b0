import type { When } from "#app/domain/health-book/view.ts";
import { atTime, clinic, onDay, station } from "./base.ts";
import {
  allergy,
  condition,
  documentOf,
  medicine,
  nextStep,
  noDose,
  procedure,
  result,
  vaccination,
  visit,
} from "./items.ts";

/** Bà Lan: diabetes, high blood pressure, allergic to sulfa drugs; three facilities. */
export const lanVisit = "v-2026-10-12";

const dose = (amount: string, count: string, moments: string[]) => ({
  ...noDose,
  amount: { value: amount, unit: "viên" },
  frequency: { count, every: "1", unit: "d" as const },
  moments,
});

export const allergies = [
  allergy("Sulfamethoxazole + trimethoprim (Biseptol)", {
    clinical: "active",
    certainty: "confirmed",
    criticality: "high",
    reactions: [
      { text: "nổi mề đay toàn thân", severity: "moderate" },
      { text: "phù mặt, khó thở", severity: "severe" },
    ],
    when: { from: "2019", precision: "year" },
    notes: ["Người nhà {{name:3f}} kể lại, số điện thoại {{phone:1}}. Không dùng lại thuốc nhóm sulfa."],
  }),
  allergy("Tôm, cua", { clinical: "active", certainty: "unconfirmed", categories: ["food"], source: station }),
];

export const medicines = [
  medicine("Metformin 850 mg", {
    doses: [{ ...dose("1", "2", ["PCM", "PCV"]) }],
    reasons: ["Đái tháo đường típ 2"],
    until: onDay("2027-01-10"),
    quantity: { value: "180", unit: "viên" },
    by: "BS. Trần Đức Anh",
    visitId: lanVisit,
  }),
  medicine("Amlodipin 5 mg", { doses: [dose("1", "1", ["MORN"])], reasons: ["Tăng huyết áp"], visitId: lanVisit }),
  medicine("Paracetamol 500 mg", {
    doses: [{ ...noDose, text: "Uống 1 viên khi đau, cách nhau ít nhất 6 giờ, không quá 4 viên mỗi ngày" }],
    form: "stated",
    source: clinic,
    when: onDay("2026-11-03"),
  }),
];

export const medicinesBefore = [
  medicine("Insulin glargin 100 đơn vị/mL", {
    current: false,
    status: "stopped",
    when: { from: "2025-02-01", to: "2025-08-30", precision: "day" },
    doses: [{ ...noDose, amount: { value: "10.5", unit: "đơn vị" }, timesOfDay: ["21:00:00"] }],
    notes: ["Ngừng do hạ đường huyết."],
  }),
  medicine("Ibuprofen 400 mg", { current: false, status: "active", notToBeTaken: true, reasons: ["Suy thận nhẹ"] }),
];

export const conditions = [
  condition("Đái tháo đường típ 2", {
    clinical: "active",
    certainty: "confirmed",
    when: { from: "2014-05", precision: "month" },
  }),
  condition("Tăng huyết áp nguyên phát", {
    clinical: "active",
    certainty: "confirmed",
    when: { from: "2016", precision: "year" },
  }),
  condition("Bệnh thận mạn giai đoạn 2", { clinical: "active", certainty: "provisional", when: onDay("2026-10-12") }),
];

const mmol = (low: string, high: string) => [{ low, high, unit: "mmol/L", text: undefined }];

export const glucose = result("Đường huyết lúc đói", {
  id: "r-glucose",
  value: { kind: "quantity", comparator: undefined, value: "7.40", unit: "mmol/L" },
  interpretation: "high",
  ranges: mmol("3.9", "6.4"),
  when: atTime("2026-10-12T07:45:00+07:00"),
  visitId: lanVisit,
  by: ["KTV. Nguyễn Văn Sơn"],
  method: "Enzym hexokinase",
});

export const results = [
  glucose,
  result("HbA1c", {
    value: { kind: "quantity", comparator: undefined, value: "6.8", unit: "%" },
    interpretation: "high",
    ranges: [{ low: "4.0", high: "6.0", unit: "%", text: undefined }],
    visitId: lanVisit,
  }),
  result("Huyết áp", {
    category: "vital-signs",
    components: [
      {
        title: "Tâm thu",
        value: { kind: "quantity", comparator: undefined, value: "132", unit: "mmHg" },
        interpretation: undefined,
        ranges: [],
      },
      {
        title: "Tâm trương",
        value: { kind: "quantity", comparator: undefined, value: "78", unit: "mmHg" },
        interpretation: undefined,
        ranges: [],
      },
    ],
    source: station,
    when: onDay("2026-11-15"),
  }),
  result("Creatinin máu", {
    value: { kind: "quantity", comparator: undefined, value: "84", unit: "µmol/L" },
    interpretation: "normal",
    ranges: [{ low: "53", high: "97", unit: "µmol/L", text: undefined }],
  }),
  result("X-quang ngực thẳng", {
    form: "imaging",
    category: "imaging",
    conclusion: "Tim phổi bình thường.",
    memberCount: 0,
    source: clinic,
    when: onDay("2026-08-02"),
  }),
];

const stay: When = { from: "2025-08-21", to: "2025-08-28", precision: "day" };

export const mainVisit = visit("Khám nội tiết, tái khám", {
  id: lanVisit,
  visitClass: "AMB",
  diagnoses: ["Đái tháo đường típ 2 (E11.9)", "Tăng huyết áp nguyên phát (I10)"],
  reasons: ["Tái khám theo hẹn"],
  department: "Khoa Khám bệnh, phòng 12",
  practitioners: ["BS. Trần Đức Anh"],
  disposition: "Cấp đơn, hẹn tái khám sau 3 tháng",
  when: { from: "2026-10-12T07:30:00+07:00", to: "2026-10-12T10:05:00+07:00", precision: "time" },
});

export const visits = [
  mainVisit,
  visit(undefined, { visitClass: "AMB", reasons: ["Đau đầu gối"], source: clinic, when: onDay("2026-08-02") }),
  visit("Điều trị nội trú khoa Nội tiết", {
    visitClass: "IMP",
    diagnoses: ["Hạ đường huyết do thuốc (E16.0)"],
    when: stay,
  }),
];

export const vaccinations = [
  vaccination("Vắc xin cúm mùa (Vaxigrip Tetra)", {
    against: ["cúm"],
    dose: "1",
    lot: "U3J721V",
    manufacturer: "Sanofi Pasteur",
    source: station,
    when: onDay("2026-09-18"),
  }),
  vaccination("Vắc xin COVID-19", {
    dose: "3",
    doses: "3",
    against: ["COVID-19"],
    source: station,
    when: onDay("2022-01-20"),
  }),
];

export const nextSteps = [
  nextStep("Tái khám nội tiết", {
    status: "booked",
    when: atTime("2026-11-24T08:30:00+07:00"),
    details: ["Khoa Khám bệnh, phòng 12"],
    instruction: "Nhịn ăn từ 22:00 hôm trước, mang theo sổ đo đường huyết.",
  }),
  nextStep("Soi đáy mắt", { form: "request", status: "active", by: "BS. Trần Đức Anh", when: onDay("2026-10-12") }),
];

export const procedures = [
  procedure("Phẫu thuật cắt túi mật nội soi", {
    when: { from: "2011-06", precision: "month" },
    outcome: "Ổn định",
    by: ["BS. Lê Văn Tùng"],
  }),
  procedure("Máy tạo nhịp", { form: "device", status: "active", when: undefined, whenText: "khoảng năm 2018" }),
];

export const documents = [
  documentOf("Giấy ra viện", {
    parts: ["Chẩn đoán", "Điều trị", "Lời dặn"],
    files: [{ title: "giay-ra-vien.pdf", contentType: "application/pdf" }],
    by: ["BS. Trần Đức Anh"],
    when: onDay("2025-08-28"),
  }),
  documentOf("Tóm tắt hồ sơ bệnh án", { form: "summary", status: "superseded", when: onDay("2025-08-28") }),
];
