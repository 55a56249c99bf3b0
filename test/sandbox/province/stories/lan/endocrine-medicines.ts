import type { Visit } from "../../fhir/case.ts";
import { type Line, prescription } from "../../fhir/prescription.ts";
import type { FhirResource } from "../../fhir/types.ts";
import { medicines } from "../medicines.ts";

const DAYS = 60;

const metformin500: Line = {
  key: "metformin",
  medicine: medicines.metformin500,
  dose: {
    how: "Uống 1 viên sau ăn sáng và 1 viên sau ăn tối",
    amount: "1",
    unit: "viên",
    times: 2,
    when: ["PCM", "PCV"],
  },
  days: DAYS,
  quantity: "120",
  reason: "Đái tháo đường típ 2",
};

const metformin850: Line = { ...metformin500, medicine: medicines.metformin850 };

const glibenclamide: Line = {
  key: "glibenclamid",
  medicine: medicines.glibenclamide,
  dose: { how: "Uống 1 viên trước ăn sáng 30 phút", amount: "1", unit: "viên", times: 1, when: ["ACM"] },
  days: DAYS,
  quantity: "60",
  reason: "Đái tháo đường típ 2",
};

const amlodipine: Line = {
  key: "amlodipin",
  medicine: medicines.amlodipine,
  dose: { how: "Uống 1 viên buổi sáng", amount: "1", unit: "viên", times: 1, when: ["MORN"] },
  days: DAYS,
  quantity: "60",
  reason: "Tăng huyết áp",
};

const atorvastatin: Line = {
  key: "atorvastatin",
  medicine: medicines.atorvastatin,
  dose: { how: "Uống 1 viên buổi tối", amount: "1", unit: "viên", times: 1, when: ["EVE"] },
  days: DAYS,
  quantity: "60",
  reason: "Rối loạn lipid máu",
  note: "Báo bác sĩ nếu đau cơ nhiều.",
};

const withGlibenclamide = [metformin500, glibenclamide, amlodipine, atorvastatin];
const withoutGlibenclamide = [metformin850, amlodipine, atorvastatin];

/** The medicines of the n-th check. From the fourth on without glibenclamide, which was stopped then. */
export function endocrinePrescription(visit: Visit, n: number, over: boolean): FhirResource[] {
  const lines = n < 3 ? withGlibenclamide : withoutGlibenclamide;
  return prescription(
    visit,
    lines.map((line) => ({ ...line, ...statusOf(line, n, over) })),
  );
}

function statusOf(line: Line, n: number, over: boolean): Pick<Line, "status" | "stoppedBecause"> {
  if (line === glibenclamide && n === 2)
    return { status: "stopped", stoppedBecause: "Hạ đường huyết (run tay, vã mồ hôi, đường huyết 3,1 mmol/L)" };
  return { status: over ? "completed" : "active" };
}
