import { icdCodesOf, listOf } from "../values.ts";
import { CONDITION_CATEGORY, ICD10, listOf3176 } from "./code-systems.ts";
import type { Context } from "./context.ts";
import { coding, concept, resource } from "./elements.ts";
import type { MappedEntry } from "./mapped.ts";
import type { KeyedRow } from "./natural-key.ts";

interface Diagnosis {
  id: string;
  system: string;
  code: string;
  /** The diagnosis in words, of the main one alone: the text usually lists them all. */
  text: string | undefined;
}

/** `MA_BENH_CHINH`, `MA_BENH_KT` and `MA_BENH_YHCT`, the main one first, each code once. */
export function diagnosesOf(context: Context, { fields }: KeyedRow): Diagnosis[] {
  const [main, ...more] = icdCodesOf(fields.MA_BENH_CHINH);
  const codes = new Set([...(main ? [main] : []), ...more, ...icdCodesOf(fields.MA_BENH_KT)]);
  const traditional = new Set(listOf(fields.MA_BENH_YHCT));
  const diagnosis = (system: string, code: string): Diagnosis => ({
    id: context.caseId("condition", system, code),
    system,
    code,
    text: code === main && system === ICD10 ? fields.CHAN_DOAN_RV : undefined,
  });
  return [
    ...[...codes].map((code) => diagnosis(ICD10, code)),
    ...[...traditional].map((code) => diagnosis(listOf3176("MA_BENH_YHCT"), code)),
  ];
}

/**
 * A code recorded at that visit. It says neither that the person has the disease now nor how sure anybody is,
 * so clinicalStatus and verificationStatus stay away.
 */
export function mapConditions(context: Context, summary: KeyedRow): MappedEntry[] {
  const recordedDate = context.time(summary.row, "NGAY_RA") ?? context.time(summary.row, "NGAY_VAO");
  return diagnosesOf(context, summary).map(({ id, system, code, text }) => ({
    resource: resource("Condition", id, {
      category: [{ coding: [{ system: CONDITION_CATEGORY, code: "encounter-diagnosis" }] }],
      code: concept(coding(system, code), text),
      subject: context.subject,
      encounter: context.encounter,
      recordedDate,
    }),
  }));
}
