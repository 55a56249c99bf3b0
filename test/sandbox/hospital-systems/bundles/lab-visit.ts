import crypto from "node:crypto";
import type { Visit } from "../../province/fhir/case.ts";
import type { Chart } from "../../province/fhir/chart.ts";
import { hl7, loinc } from "../../province/fhir/codes.ts";
import { labReport, labResult } from "../../province/fhir/lab.ts";
import { bloodCount, chemistry } from "../../province/fhir/lab-tests.ts";
import { message } from "../../province/fhir/message.ts";
import { revised } from "../../province/fhir/resource.ts";
import type { FhirResource, StoryMessage } from "../../province/fhir/types.ts";
import { bloodPressure, quantity } from "../../province/fhir/vital-signs.ts";
import { momentOf, openVisit } from "./open-visit.ts";

/** A visit with results, as far as a later correction needs it. */
export interface LabVisit {
  visit: Visit;
  glucose: FhirResource;
  report: FhirResource;
  /** The value last sent, as the laboratory wrote it. */
  value: string;
}

/** A new visit: blood pressure, four results and their sheet. */
export function labVisit(chart: Chart, now: Date): { sent: StoryMessage; made: LabVisit } {
  const visit = openVisit(chart, now, { reason: "Mệt mỏi, khám kiểm tra" });
  const value = aValue();
  const glucose = labResult(visit, chemistry.glucose, value);
  const results = [
    glucose,
    labResult(visit, bloodCount.white, "6.8"),
    labResult(visit, bloodCount.haemoglobin, "128"),
    labResult(visit, bloodCount.platelets, "254"),
  ];
  const report = labReport(visit, {
    key: "xet-nghiem",
    code: loinc(undefined, "Xét nghiệm máu"),
    results,
    conclusion: conclusionOf(value),
    by: visit.doctor,
  });
  const resources = [visit.encounter, bloodPressure(visit, 128, 80), ...results, report];
  return { sent: message(chart, momentOf(now), resources), made: { visit, glucose, report, value } };
}

/** The laboratory finds a slip, and sends result and sheet again in their next version. */
export function correctedVisit(before: LabVisit, now: Date): { sent: StoryMessage; made: LabVisit } {
  const at = momentOf(now);
  const value = aValue(before.value);
  const { unit, ucum } = chemistry.glucose;
  const glucose = revised(before.glucose, at, {
    status: "corrected",
    issued: at,
    valueQuantity: quantity(value, unit, ucum),
    interpretation: [flagOf(value)],
    note: [{ time: at, text: `Phòng xét nghiệm đính chính: lần trước ghi nhầm ${comma(before.value)} ${unit}.` }],
  });
  const report = revised(before.report, at, {
    status: "corrected",
    issued: at,
    conclusion: `Đã đính chính. ${conclusionOf(value)}`,
  });
  const { visit } = before;
  return { sent: message(visit.chart, at, [report, glucose]), made: { visit, glucose, report, value } };
}

/** Fasting glucose from 4.5 to 8.4, other than the last one. */
function aValue(last?: string): string {
  const value = (crypto.randomInt(45, 85) / 10).toFixed(1);
  return value === last ? aValue(last) : value;
}

const isHigh = (value: string): boolean => Number(value) > Number(chemistry.glucose.high);

const flagOf = (value: string) =>
  hl7("v3-ObservationInterpretation", isHigh(value) ? "H" : "N", isHigh(value) ? "High" : "Normal");

const conclusionOf = (value: string): string =>
  isHigh(value)
    ? `Đường huyết ${comma(value)} mmol/L, hơi cao. Hẹn kiểm tra lại.`
    : `Đường huyết ${comma(value)} mmol/L, trong giới hạn bình thường.`;

const comma = (digits: string): string => digits.replace(".", ",");
