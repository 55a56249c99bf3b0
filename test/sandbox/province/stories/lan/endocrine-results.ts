import type { Visit } from "../../fhir/case.ts";
import { loinc } from "../../fhir/codes.ts";
import { labFinding, labReport, labResult } from "../../fhir/lab.ts";
import { chemistry, urineAlbumin } from "../../fhir/lab-tests.ts";
import type { FhirResource } from "../../fhir/types.ts";
import { bloodPressure, pulse, weight } from "../../fhir/vital-signs.ts";
import { doctors } from "../staff.ts";
import type { Check } from "./endocrine-course.ts";

/** Everything measured at a check: at the desk, in blood, in urine. */
export function checkResults(visit: Visit, check: Check): FhirResource[] {
  return [
    bloodPressure(visit, ...check.bloodPressure),
    pulse(visit, check.pulse),
    weight(visit, check.weight),
    ...bloodSheet(visit, check),
    ...lipidSheet(visit, check),
    ...urineSheet(visit, check),
  ];
}

function bloodSheet(visit: Visit, check: Check): FhirResource[] {
  const results = [
    labResult(visit, chemistry.glucose, check.glucose),
    ...(check.hba1c ? [labResult(visit, chemistry.hba1c, check.hba1c)] : []),
    labResult(visit, chemistry.creatinine, check.creatinine),
    ...(check.liver ? [labResult(visit, chemistry.ast, check.liver.ast)] : []),
    ...(check.liver ? [labResult(visit, chemistry.alt, check.liver.alt)] : []),
  ];
  const report = labReport(visit, {
    key: "sinh-hoa",
    code: loinc(undefined, "Sinh hóa máu"),
    results,
    conclusion: check.comment,
    by: doctors.endocrinologist,
  });
  return [...results, report];
}

function lipidSheet(visit: Visit, { lipids }: Check): FhirResource[] {
  if (!lipids) return [];
  const results = [
    labResult(visit, chemistry.cholesterol, lipids.cholesterol),
    labResult(visit, chemistry.triglycerides, lipids.triglycerides),
    labResult(visit, chemistry.hdl, lipids.hdl),
    labResult(visit, chemistry.ldl, lipids.ldl),
  ];
  return [
    ...results,
    labReport(visit, { key: "mo-mau", code: loinc("24331-1", "Bộ mỡ máu"), results, by: doctors.endocrinologist }),
  ];
}

function urineSheet(visit: Visit, { urine }: Check): FhirResource[] {
  if (!urine) return [];
  const negative = "Âm tính";
  const results = [
    labFinding(visit, {
      key: "protein-nieu",
      code: loinc("20454-5", "Đạm (protein) niệu"),
      value: urine.protein,
      flag: urine.protein === negative ? "NEG" : "A",
      expected: negative,
    }),
    labFinding(visit, {
      key: "glucose-nieu",
      code: loinc("25428-4", "Đường (glucose) niệu"),
      value: negative,
      flag: "NEG",
      expected: negative,
    }),
    labResult(visit, urineAlbumin, urine.ratio),
  ];
  return [
    ...results,
    labReport(visit, {
      key: "nuoc-tieu",
      code: loinc(undefined, "Xét nghiệm nước tiểu"),
      results,
      by: doctors.endocrinologist,
    }),
  ];
}
