import { plusMinutes } from "../../fhir/calendar.ts";
import type { Visit } from "../../fhir/case.ts";
import type { Chart } from "../../fhir/chart.ts";
import { hl7 } from "../../fhir/codes.ts";
import { chemistry } from "../../fhir/lab-tests.ts";
import { message } from "../../fhir/message.ts";
import { revised } from "../../fhir/resource.ts";
import type { FhirResource, StoryMessage } from "../../fhir/types.ts";
import { quantity } from "../../fhir/vital-signs.ts";

/** The day after, the laboratory finds that 69 was typed as 96, and sends value and sheet again. */
export function corrected(chart: Chart, visit: Visit, sent: FhirResource[]): StoryMessage {
  const at = plusMinutes(visit.start, 25 * 60 + 20);
  const { unit, ucum } = chemistry.creatinine;
  const result = revised(found(sent, visit, chemistry.creatinine.key), at, {
    status: "corrected",
    issued: at,
    valueQuantity: quantity("69", unit, ucum),
    interpretation: [hl7("v3-ObservationInterpretation", "N", "Normal")],
    note: [{ time: at, text: "Phòng xét nghiệm đính chính: lần trước nhập nhầm 96, kết quả đúng là 69 µmol/L." }],
  });
  const report = revised(found(sent, visit, "sinh-hoa"), at, {
    status: "corrected",
    issued: at,
    conclusion:
      "Đã đính chính: creatinin 69 µmol/L, trong giới hạn bình thường. Đường huyết và HbA1c hơi cao so với lần trước, nước tiểu có ít đạm. Giữ nguyên thuốc, ăn bớt tinh bột và xét nghiệm lại sau 3 tuần.",
  });
  return message(chart, plusMinutes(at, 30), [report, result]);
}

function found(sent: FhirResource[], visit: Visit, key: string): FhirResource {
  const resource = sent.find((r) => r.id === `${visit.encounter.id}-${key}`);
  if (!resource) throw new Error(`The visit has no "${key}" to correct.`);
  return resource;
}
