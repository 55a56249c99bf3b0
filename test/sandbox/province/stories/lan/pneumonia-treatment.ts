import { plusMinutes, written } from "../../fhir/calendar.ts";
import type { Visit } from "../../fhir/case.ts";
import { document } from "../../fhir/document.ts";
import { given, prescription } from "../../fhir/prescription.ts";
import type { FhirResource } from "../../fhir/types.ts";
import { medicines } from "../medicines.ts";

/** Antibiotics given in the ward. */
export const givenInStay = (stay: Visit): FhirResource[] => [
  given(stay, {
    key: "ceftriaxon",
    medicine: medicines.ceftriaxone,
    from: plusMinutes(stay.start, 90),
    to: plusMinutes(stay.end, -5 * 60),
    how: "Tiêm tĩnh mạch chậm 2 g, ngày 1 lần, trong 7 ngày",
    amount: ["2", "g"],
    route: "Tiêm tĩnh mạch",
    reason: "Viêm phổi",
  }),
  given(stay, {
    key: "azithromycin",
    medicine: medicines.azithromycin,
    from: plusMinutes(stay.start, 100),
    to: plusMinutes(stay.start, 100 + 2 * 24 * 60),
    how: "Uống 1 viên mỗi ngày, trong 3 ngày",
    amount: ["1", "viên"],
    route: "Uống",
    reason: "Viêm phổi",
  }),
];

/** Five more days at home. */
export const dischargePrescription = (stay: Visit): FhirResource[] =>
  prescription(stay, [
    {
      key: "amoxiclav",
      medicine: medicines.coAmoxiclav,
      dose: {
        how: "Uống 1 viên ngay sau ăn sáng và 1 viên ngay sau ăn tối, trong 5 ngày",
        amount: "1",
        unit: "viên",
        times: 2,
        when: ["PCM", "PCV"],
      },
      days: 5,
      quantity: "10",
      reason: "Viêm phổi, điều trị tiếp sau ra viện",
    },
    {
      key: "paracetamol",
      medicine: medicines.paracetamol500,
      dose: {
        how: "Uống 1 viên khi sốt từ 38,5°C hoặc đau; cách nhau ít nhất 6 giờ, không quá 4 viên một ngày",
        amount: "1",
        unit: "viên",
        times: 1,
        per: { every: 6, unit: "h" },
        asNeeded: "Sốt từ 38,5°C hoặc đau",
      },
      days: 5,
      quantity: "10",
      reason: "Hạ sốt, giảm đau",
    },
  ]);

export const dischargePaper = (stay: Visit): FhirResource =>
  document(stay, {
    key: "giay-ra-vien",
    title: "Giấy ra viện",
    loinc: "18842-5",
    description: `Khoa Hô hấp, từ ${written(stay.start.slice(0, 10))} đến ${written(stay.end.slice(0, 10))}: viêm phổi`,
    lines: [
      "GIẤY RA VIỆN",
      "Khoa Hô hấp – Bệnh viện Đa khoa tỉnh Kinh Bắc",
      `Vào viện: ${written(stay.start.slice(0, 10))}. Ra viện: ${written(stay.end.slice(0, 10))}`,
      "Chẩn đoán: Viêm phổi (J18.9) / Đái tháo đường típ 2 (E11.9), Tăng huyết áp (I10)",
      "Phương pháp điều trị: kháng sinh Ceftriaxon, Azithromycin; thở oxy 2 ngày; hạ sốt; kiểm soát đường huyết.",
      "Kết quả: đỡ. Ghi chú: uống thuốc theo đơn 5 ngày; khám lại khi sốt, khó thở; nên tiêm vắc xin cúm hằng năm.",
      "Tiền sử dị ứng: thuốc nhóm sulfa.",
    ],
  });
