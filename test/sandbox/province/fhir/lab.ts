import { plusMinutes } from "./calendar.ts";
import { ofVisit, type Visit } from "./case.ts";
import { nameOf } from "./chart.ts";
import { hl7, hl7Coding, loinc } from "./codes.ts";
import type { LabTest } from "./lab-tests.ts";
import { ref } from "./reference.ts";
import type { Concept, FhirResource } from "./types.ts";
import { quantity } from "./vital-signs.ts";

const FLAGS = { H: "High", L: "Low", N: "Normal", A: "Abnormal", POS: "Positive", NEG: "Negative" } as const;

export interface LabOptions {
  /** Minutes from the visit's start to the sample, and from there to the result. */
  sampleAfter?: number;
  resultAfter?: number;
  /** This laboratory prints a range but no flag. */
  unflagged?: boolean;
  /** This laboratory's own range, where it differs. */
  range?: { low?: string; high?: string };
  note?: string;
}

/** A measured value with the laboratory's range, and its flag when it gives one. */
export function labResult(visit: Visit, test: LabTest, digits: string, options: LabOptions = {}): FhirResource {
  const { low, high } = options.range ?? test;
  const bound = (limit: string | undefined) => limit && quantity(limit, test.unit, test.ucum);
  return ofVisit(
    visit,
    "Observation",
    test.key,
    {
      ...tested(visit, loinc(test.loinc, test.title), options),
      valueQuantity: quantity(digits, test.unit, test.ucum),
      interpretation: options.unflagged ? undefined : [flag(flagOf(Number(digits), low, high))],
      referenceRange: [{ ...(low ? { low: bound(low) } : {}), ...(high ? { high: bound(high) } : {}) }],
    },
    times(visit, options).issued,
  );
}

/** A result in words: "Âm tính", "Vết", "Nhóm O". */
export const labFinding = (
  visit: Visit,
  finding: { key: string; code: Concept; value: string; flag?: keyof typeof FLAGS; expected?: string },
  options: LabOptions = {},
): FhirResource =>
  ofVisit(
    visit,
    "Observation",
    finding.key,
    {
      ...tested(visit, finding.code, options),
      valueString: finding.value,
      interpretation: finding.flag && [flag(finding.flag)],
      referenceRange: finding.expected && [{ text: finding.expected }],
    },
    times(visit, options).issued,
  );

interface LabReport {
  key: string;
  code: Concept;
  results: FhirResource[];
  conclusion?: string;
  by: FhirResource;
}

/** The sheet the results stand on, with what the doctor concludes. */
export const labReport = (visit: Visit, report: LabReport, options: LabOptions = {}): FhirResource =>
  ofVisit(
    visit,
    "DiagnosticReport",
    report.key,
    {
      status: "final",
      category: [{ coding: [hl7Coding("v2-0074", "LAB")], text: "Xét nghiệm" }],
      code: report.code,
      subject: ref(visit.chart.patient),
      encounter: ref(visit.encounter),
      effectiveDateTime: times(visit, options).sampled,
      issued: times(visit, options).issued,
      performer: [ref(visit.chart.organization, visit.chart.facility.name)],
      resultsInterpreter: [ref(report.by, nameOf(report.by))],
      result: report.results.map((r) => ref(r, (r.code as Concept).text)),
      conclusion: report.conclusion,
    },
    times(visit, options).issued,
  );

const tested = (visit: Visit, code: Concept, options: LabOptions) => ({
  status: "final",
  category: [hl7("observation-category", "laboratory")],
  code,
  subject: ref(visit.chart.patient),
  encounter: ref(visit.encounter),
  effectiveDateTime: times(visit, options).sampled,
  issued: times(visit, options).issued,
  performer: [ref(visit.chart.organization, visit.chart.facility.name)],
  note: options.note && [{ text: options.note }],
});

function times(visit: Visit, { sampleAfter = 20, resultAfter = 80 }: LabOptions) {
  const sampled = plusMinutes(visit.start, sampleAfter);
  return { sampled, issued: plusMinutes(sampled, resultAfter) };
}

function flagOf(value: number, low: string | undefined, high: string | undefined): "L" | "H" | "N" {
  if (low !== undefined && value < Number(low)) return "L";
  return high !== undefined && value > Number(high) ? "H" : "N";
}

const flag = (code: keyof typeof FLAGS) => hl7("v3-ObservationInterpretation", code, FLAGS[code]);
