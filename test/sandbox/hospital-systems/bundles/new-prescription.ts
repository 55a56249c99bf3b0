import type { Chart } from "../../province/fhir/chart.ts";
import { message } from "../../province/fhir/message.ts";
import { type Line, prescription } from "../../province/fhir/prescription.ts";
import type { StoryMessage } from "../../province/fhir/types.ts";
import { illnesses } from "../../province/stories/illnesses.ts";
import { medicines } from "../../province/stories/medicines.ts";
import { momentOf, openVisit } from "./open-visit.ts";

const sixHours = { every: 6, unit: "h" } as const;

const forAdults: Line = {
  key: "paracetamol",
  medicine: medicines.paracetamol500,
  dose: {
    how: "Uống 1 viên khi sốt từ 38,5°C; cách nhau ít nhất 6 giờ",
    amount: "1",
    unit: "viên",
    times: 1,
    per: sixHours,
    asNeeded: "Sốt từ 38,5°C",
  },
  days: 5,
  quantity: "10",
  reason: "Viêm họng cấp",
};

const forChildren: Line = {
  ...forAdults,
  medicine: medicines.paracetamol80,
  dose: { ...forAdults.dose, how: "Uống 1 gói khi sốt từ 38,5°C; cách nhau ít nhất 6 giờ", unit: "gói" },
};

const saline: Line = {
  key: "nuoc-muoi",
  medicine: medicines.nasalSaline,
  dose: { how: "Nhỏ mỗi bên mũi 2 giọt, ngày 3 lần", amount: "2", unit: "giọt", times: 3, route: "Nhỏ mũi" },
  days: 5,
  quantity: "1",
  quantityUnit: "lọ",
  reason: "Viêm họng cấp",
};

const CHILDHOOD = 12;

/** A visit of today that ends with a prescription of two medicines. */
export function newPrescription(chart: Chart, now: Date): StoryMessage {
  const visit = openVisit(chart, now, {
    reason: "Đau họng, sốt nhẹ 2 ngày",
    diagnoses: [{ key: "viem-hong", code: illnesses.pharyngitis }],
  });
  const isChild = now.getUTCFullYear() - Number(chart.person.birthDate.slice(0, 4)) < CHILDHOOD;
  const lines = prescription(visit, [isChild ? forChildren : forAdults, saline]);
  return message(chart, momentOf(now), [visit.encounter, ...visit.conditions, ...lines]);
}
