import type { When } from "../../fhir/dosage.ts";
import type { Line } from "../../fhir/prescription.ts";
import { medicines } from "../medicines.ts";

const pill = (how: string, times: number, when: When[], amount = "1") => ({ how, amount, unit: "viên", times, when });

export const acidBlocker = (days: number): Line => ({
  key: "esomeprazol",
  medicine: medicines.esomeprazole,
  dose: pill("Uống 1 viên trước ăn sáng 30 phút", 1, ["ACM"]),
  days,
  quantity: String(days),
  reason: "Viêm dạ dày",
});

/** Two weeks against Helicobacter. */
export const eradication: Line[] = [
  {
    ...acidBlocker(14),
    dose: pill("Uống 1 viên trước ăn sáng 30 phút và 1 viên trước ăn tối 30 phút", 2, ["ACM", "ACV"]),
    quantity: "28",
  },
  {
    key: "amoxicilin",
    medicine: medicines.amoxicillin,
    dose: pill("Uống 2 viên sau ăn sáng và 2 viên sau ăn tối", 2, ["PCM", "PCV"], "2"),
    days: 14,
    quantity: "56",
    reason: "Diệt vi khuẩn HP",
  },
  {
    key: "clarithromycin",
    medicine: medicines.clarithromycin,
    dose: pill("Uống 1 viên sau ăn sáng và 1 viên sau ăn tối", 2, ["PCM", "PCV"]),
    days: 14,
    quantity: "28",
    reason: "Diệt vi khuẩn HP",
    note: "Miệng có thể đắng khi dùng thuốc; không tự bỏ thuốc giữa chừng.",
  },
];

export const antacid: Line = {
  key: "thuoc-goi",
  medicine: medicines.antacid,
  dose: {
    how: "Uống 1 gói sau ăn 1 giờ, ngày 3 lần",
    amount: "1",
    unit: "gói",
    times: 3,
    when: ["PCM", "PCD", "PCV"],
  },
  days: 10,
  quantity: "30",
  reason: "Giảm đau dạ dày",
};

/** What the ghost took home. */
export const kneeTablets: Line[] = [
  {
    key: "meloxicam",
    medicine: medicines.meloxicam,
    dose: pill("Uống 1 viên sau ăn sáng", 1, ["PCM"]),
    days: 14,
    quantity: "14",
    reason: "Giảm đau khớp",
  },
  {
    key: "glucosamin",
    medicine: medicines.glucosamine,
    dose: pill("Uống 1 viên sau ăn, ngày 3 lần", 3, ["PCM", "PCD", "PCV"]),
    days: 14,
    quantity: "42",
    reason: "Thoái hóa khớp gối",
  },
];
