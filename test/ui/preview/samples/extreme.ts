import type { BookPerson, When } from "#app/domain/health-book/view.ts";
import { atTime, base, onDay, personOf, station } from "./base.ts";
import {
  allergy,
  bare,
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

/** 400 characters, as laboratories really write them. */
export const longName =
  "Định lượng kháng thể kháng thụ thể Thyroid Stimulating Hormone và định lượng kháng thể kháng Thyroglobulin bằng phương pháp miễn dịch điện hóa phát quang trên hệ thống máy tự động hoàn toàn, mẫu huyết thanh lấy lúc đói buổi sáng trước khi dùng thuốc kháng giáp trạng tổng hợp, có đối chiếu với kết quả lần trước tại cùng phòng xét nghiệm, kèm nhận xét của bác sĩ chuyên khoa Hóa sinh và Nội tiết Kinh Bắc";

export const hostile = `<script>alert(1)</script> "><img src=x onerror=alert(1)> {{name:1}} javascript:alert(1)`;

export const person: BookPerson = {
  ...personOf("lan"),
  name: "Công Tằng Tôn Nữ Hoàng Thị Nguyễn Phước Thanh Xuân Diệu Hiền Bảo Châu",
  birth: { low: "1961-01-01", high: "1961-12-31" },
};

const unknownTime: When | undefined = undefined;

export const allergies = [
  allergy("Penicillin", { certainty: "refuted" }),
  allergy("Phấn hoa", { clinical: "resolved", categories: ["environment"], when: unknownTime }),
  allergy("Aspirin", { ...base("Aspirin"), withdrawn: true }),
  allergy(longName, { clinical: "active", criticality: "unable-to-assess", unsafe: true }),
];

export const medicines = [
  medicine(longName, {
    doses: [
      {
        ...noDose,
        frequency: { count: "1", every: "8", unit: "h" },
        asNeededFor: "đau nhiều",
        asNeeded: true,
        route: "uống",
      },
    ],
  }),
  medicine(undefined, { status: "unknown", form: "given", unsafe: true }),
  medicine("Warfarin 2 mg", { hidden: true, doses: [{ ...noDose, text: "Uống 0,5 viên mỗi tối" }] }),
];

export const conditions = [
  condition("Nguy cơ ngã cao", { alert: true, clinical: "active" }),
  condition("Lao phổi", { certainty: "refuted" }),
  condition("Viêm phổi", {
    clinical: "resolved",
    severity: "vừa",
    when: { from: "2020", precision: "year" },
    ended: { from: "2020-03", precision: "month" },
  }),
];

export const potassium = result("Kali máu", {
  value: { kind: "quantity", comparator: undefined, value: "6.9", unit: "mmol/L" },
  interpretation: "critical-high",
  ranges: [{ low: "3.5", high: "5.1", unit: "mmol/L", text: undefined }],
});

export const results = [
  result(longName, {
    value: { kind: "quantity", comparator: "<", value: "0.10", unit: "U/L" },
    interpretation: "critical-low",
    ranges: [{ low: "1.75", high: undefined, unit: "U/L", text: undefined }],
  }),
  potassium,
  result(undefined, { value: { kind: "absent", reason: "error" }, when: unknownTime }),
  result("Hút thuốc lá", {
    category: "social-history",
    value: { kind: "text", text: "Chưa từng hút" },
    status: "preliminary",
  }),
  result("HBsAg", { value: { kind: "text", text: "Dương tính" }, interpretation: "positive", withdrawn: true }),
  result("Blood pressure panel with all children optional", {
    category: "vital-signs",
    components: [
      {
        title: "Diastolic Blood Pressure",
        value: { kind: "quantity", comparator: undefined, value: "115.25499856874214", unit: "mm[Hg]" },
        interpretation: "high",
        ranges: [],
      },
    ],
  }),
  result("ANA", { value: { kind: "ratio", numerator: "1", denominator: "160" }, interpretation: "abnormal" }),
];

export const unknownVisit = visit(undefined, { visitClass: "XYZ", when: unknownTime });

export const visits = [
  visit(longName, { visitClass: "EMER", department: "Cấp cứu", when: atTime("2026-11-21T23:50:00+07:00") }),
  unknownVisit,
  visit("Khám sức khỏe", { hidden: true, when: { from: "2025", precision: "year" } }),
];

export const vaccinations = [
  vaccination("BCG", { given: false, reasonNotGiven: "Cân nặng dưới 2.000 g", status: "not-done" }),
  vaccination(undefined, { whenText: "lúc nhỏ", when: unknownTime, subpotent: true, source: station }),
];

export const nextSteps = [
  nextStep("Mũi sởi - rubella", { form: "vaccination-due", status: "overdue", when: onDay("2026-04-15") }),
  nextStep(undefined, { form: "goal", status: "proposed", open: false, when: unknownTime }),
];

/** Every kind with nothing in it at all. */
export const bareItems = [
  { ...allergy(undefined), ...bare },
  { ...medicine(undefined), ...bare, status: undefined },
  { ...condition(undefined), ...bare },
  { ...result(undefined), ...bare, category: undefined, status: undefined },
  { ...visit(undefined), ...bare, status: undefined },
  { ...vaccination(undefined), ...bare, status: undefined },
  { ...procedure(undefined), ...bare, status: undefined },
  { ...documentOf(undefined), ...bare, status: undefined },
  { ...nextStep(undefined), ...bare },
];

/** Twenty rows, as a full page of the section has. */
export const manyResults = Array.from({ length: 20 }, (_, at) => {
  const value = (4.1 + at * 0.17).toFixed(2);
  return result(at % 4 === 0 ? "Đường huyết lúc đói" : `Cholesterol toàn phần, lần ${at}`, {
    value: { kind: "quantity", comparator: undefined, value, unit: "mmol/L" },
    interpretation: Number(value) > 6.4 ? "high" : "normal",
    ranges: [{ low: "3.9", high: "6.4", unit: "mmol/L", text: undefined }],
    when: onDay(`2026-${String(10 - Math.floor(at / 3)).padStart(2, "0")}-${String(28 - at).padStart(2, "0")}`),
    visitId: "v-2026-10-12",
  });
});
