import { decimalOf, listOf } from "../values.ts";
import { ACT_CODE, DIAGNOSIS_ROLE, FACILITY_CODE, listOf3176, NULL_FLAVOR, UCUM } from "./code-systems.ts";
import { diagnosesOf } from "./conditions.ts";
import { type Context, periodOf } from "./context.ts";
import { coding, concept, decimal, resource } from "./elements.ts";
import { DEPARTMENTS, DISPOSITIONS, OUTCOMES, VISIT_KINDS, visitKindOf } from "./lists.ts";
import type { MappedEntry } from "./mapped.ts";
import type { KeyedRow } from "./natural-key.ts";

/** XML1 as the visit it sums up. Without `NGAY_RA` it is under way. */
export function mapVisit(context: Context, id: string, summary: KeyedRow): MappedEntry {
  const { row, fields } = summary;
  return {
    source: row,
    resource: resource("Encounter", id, {
      status: context.time(row, "NGAY_RA") ? "finished" : "in-progress",
      ...common(context, summary),
      period: periodOf(context, row, "NGAY_VAO", "NGAY_RA"),
      reasonCode: [...new Set([fields.LY_DO_VV, fields.LY_DO_VNT])].flatMap((text) => (text ? [{ text }] : [])),
      diagnosis: diagnosisOf(context, summary),
      hospitalization: {
        origin: facility(fields.MA_NOI_DI),
        destination: facility(fields.MA_NOI_DEN),
        dischargeDisposition: ending(fields.MA_LOAI_RV, fields.KET_QUA_DTRI),
      },
      length: days(fields.SO_NGAY_DTRI),
    }),
  };
}

/** XML0 alone: somebody has arrived, and XML1 will say the rest under the same id. */
export function mapCheckIn(context: Context, id: string, checkIn: KeyedRow): MappedEntry {
  const { row, fields } = checkIn;
  const start = context.time(row, "NGAY_VAO");
  return {
    source: row,
    resource: resource("Encounter", id, {
      status: "arrived",
      ...common(context, checkIn),
      period: start && { start },
      reasonCode: fields.LY_DO_VNT ? [{ text: fields.LY_DO_VNT }] : [],
    }),
  };
}

/** Neither XML1 nor XML0 says anything of the visit; the other tables still belong to one. */
export function mapUnknownVisit(context: Context, id: string): MappedEntry {
  const elements = {
    status: "unknown",
    class: UNKNOWN_CLASS,
    subject: context.subject,
    serviceProvider: facility(context.pkg.maCskcb),
  };
  return { resource: resource("Encounter", id, elements) };
}

const UNKNOWN_CLASS = { system: NULL_FLAVOR, code: "UNK" };

function common(context: Context, { fields }: KeyedRow) {
  const code = visitKindOf(fields.MA_LOAI_KCB);
  const kind = VISIT_KINDS.get(code ?? "");
  const departments = listOf(fields.MA_KHOA);
  return {
    class: kind?.actCode ? { system: ACT_CODE, code: kind.actCode } : UNKNOWN_CLASS,
    type: [concept(coding(listOf3176("MA_LOAI_KCB"), code, kind?.name), kind?.name)],
    serviceType: concept(
      departments.flatMap((one) => coding(listOf3176("MA_KHOA"), one, DEPARTMENTS.get(one))),
      departments.map((one) => DEPARTMENTS.get(one) ?? one).join(", "),
    ),
    subject: context.subject,
    serviceProvider: facility(context.pkg.maCskcb),
  };
}

/** The codes of the visit, and in words what was thought when it began. */
function diagnosisOf(context: Context, summary: KeyedRow) {
  const { CHAN_DOAN_VAO: atEntry, CHAN_DOAN_RV: atEnd } = summary.fields;
  const use = (code: string) => ({ coding: [{ system: DIAGNOSIS_ROLE, code }] });
  return [
    ...diagnosesOf(context, summary).map(({ id, code, text }, i) => ({
      condition: { reference: `Condition/${id}`, display: text ?? code },
      use: use("DD"),
      rank: i + 1,
    })),
    ...(atEntry && atEntry !== atEnd ? [{ condition: { display: atEntry }, use: use("AD") }] : []),
  ];
}

const facility = (code: string | undefined) =>
  code ? { type: "Organization", identifier: { system: FACILITY_CODE, value: code } } : undefined;

function ending(disposition: string | undefined, outcome: string | undefined) {
  const how = DISPOSITIONS.get(disposition ?? "");
  const result = OUTCOMES.get(outcome ?? "");
  const text = [how, result && `Kết quả điều trị: ${result}`].filter(Boolean).join(". ");
  const ended = concept(coding(listOf3176("MA_LOAI_RV"), disposition, how), text || undefined);
  if (!ended || !outcome) return ended;
  const url = listOf3176("KET_QUA_DTRI");
  return { ...ended, extension: [{ url, valueCoding: { system: url, code: outcome, display: result } }] };
}

function days(text: string | undefined) {
  const digits = decimalOf(text);
  if (digits === undefined || !(Number(digits) > 0)) return undefined;
  return { value: decimal(digits), unit: "ngày", system: UCUM, code: "d" };
}
