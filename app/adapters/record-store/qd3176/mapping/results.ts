import { listOf } from "../values.ts";
import { DATA_ABSENT_REASON, listOf3176, OBSERVATION_CATEGORY } from "./code-systems.ts";
import type { Context } from "./context.ts";
import { coding, concept, decimal, extension, NOT_SAID, resource, textAttachment } from "./elements.ts";
import type { MappedEntry } from "./mapped.ts";
import type { KeyedRow } from "./natural-key.ts";
import { type ResultService, servicesOf } from "./result-service.ts";

interface Result {
  keyed: KeyedRow;
  service: ResultService | undefined;
  /** One conclusion in words, as imaging has it, rather than a measured value. */
  concluded: boolean;
}

/**
 * XML4. A row with a value is a measurement, one with words alone a report; measurements of one service and time
 * stand together under a report. No range and no judgement: the package has none.
 */
export function mapResults(context: Context): MappedEntry[] {
  const serviceOf = servicesOf(context.rows("XML3"));
  const results = context.rows("XML4").map((keyed): Result => {
    const { fields } = keyed;
    const service = serviceOf(fields);
    const inWords = Boolean(fields.MO_TA || fields.KET_LUAN);
    const imaging = service?.category === "imaging" && Boolean(fields.KET_LUAN);
    return { keyed, service, concluded: inWords && (!fields.GIA_TRI || imaging) };
  });
  const panels = panelsOf(results);
  const inPanel = new Set([...panels.values()].flat());
  return [
    ...[...panels].map(([name, members]) => mapPanel(context, name, members)),
    ...results.map((one) => (one.concluded ? mapReport(context, one) : mapMeasured(context, one, inPanel.has(one)))),
  ];
}

/** Two measurements or more of one service and one time. */
function panelsOf(results: Result[]): Map<string, Result[]> {
  const panels = new Map<string, Result[]>();
  for (const one of results) {
    const { MA_DICH_VU, NGAY_KQ } = one.keyed.fields;
    if (one.concluded || !MA_DICH_VU || !NGAY_KQ) continue;
    const name = `${MA_DICH_VU}\u0000${NGAY_KQ}`;
    panels.set(name, [...(panels.get(name) ?? []), one]);
  }
  return new Map([...panels].filter(([, members]) => members.length > 1));
}

const observationId = (context: Context, { key }: KeyedRow) => context.caseId("result", ...key);

function mapPanel(context: Context, name: string, members: Result[]): MappedEntry {
  const [first] = members;
  const elements = first && {
    ...reported(context, first),
    resultsInterpreter: readersOf(members.map(({ keyed }) => keyed)),
    result: members.map(({ keyed }) => ({ reference: `Observation/${observationId(context, keyed)}` })),
  };
  return { resource: resource("DiagnosticReport", context.caseId("panel", ...name.split("\u0000")), elements ?? {}) };
}

/** The conclusion is what the book shows; the description stands with it in the report's own text. */
function mapReport(context: Context, result: Result): MappedEntry {
  const { row, fields, key } = result.keyed;
  const title = result.service?.name ?? fields.TEN_CHI_SO ?? "Kết quả cận lâm sàng";
  const lines = [
    fields.GIA_TRI && `Kết quả: ${[fields.GIA_TRI, fields.DON_VI_DO].filter(Boolean).join(" ")}`,
    fields.MO_TA && `Mô tả: ${fields.MO_TA}`,
    fields.KET_LUAN && `Kết luận: ${fields.KET_LUAN}`,
  ].filter(Boolean);
  return {
    source: row,
    resource: resource("DiagnosticReport", context.caseId("result", ...key), {
      ...reported(context, result),
      conclusion: fields.KET_LUAN ?? fields.MO_TA,
      presentedForm: lines.length > 1 ? [textAttachment(title, lines.join("\n"))] : [],
    }),
  };
}

function reported(context: Context, { keyed, service }: Result) {
  const { row, fields } = keyed;
  const time = context.time(row, "NGAY_KQ");
  const indicator = fields.MA_DICH_VU ? undefined : fields.TEN_CHI_SO;
  const codings = coding(listOf3176("MA_DICH_VU"), fields.MA_DICH_VU, service?.name);
  return {
    extension: extension("MA_MAY", service?.machine),
    status: "final",
    category: categoryOf(service?.category),
    code:
      concept(codings, service?.name ?? indicator) ??
      concept(coding(listOf3176("MA_CHI_SO"), fields.MA_CHI_SO)) ??
      NOT_SAID,
    subject: context.subject,
    encounter: context.encounter,
    effectiveDateTime: time,
    issued: instant(time),
    resultsInterpreter: readersOf([keyed]),
  };
}

/** Ten digits are a social-insurance number and twelve a personal one: the doctor's own, and no licence. */
const OF_A_PERSON = /^\d{10}(?:\d{2})?$/;

/** Who read these rows: the number of a licence is all that the package says of them. */
const readersOf = (rows: KeyedRow[]) =>
  [...new Set(rows.flatMap(({ fields }) => listOf(fields.MA_BS_DOC_KQ)))]
    .filter((number) => !OF_A_PERSON.test(number))
    .map((value) => ({ type: "Practitioner", identifier: { system: listOf3176("MA_BS_DOC_KQ"), value } }));

function mapMeasured(context: Context, { keyed, service }: Result, inPanel: boolean): MappedEntry {
  const { row, fields } = keyed;
  const time = context.time(row, "NGAY_KQ");
  return {
    source: row,
    resource: resource("Observation", observationId(context, keyed), {
      extension: inPanel ? [] : extension("MA_MAY", service?.machine),
      status: "final",
      category: categoryOf(service?.category ?? (fields.GIA_TRI ? "laboratory" : undefined)),
      code:
        concept(coding(listOf3176("MA_CHI_SO"), fields.MA_CHI_SO), fields.TEN_CHI_SO) ??
        concept(coding(listOf3176("MA_DICH_VU"), fields.MA_DICH_VU), service?.name) ??
        NOT_SAID,
      subject: context.subject,
      encounter: context.encounter,
      effectiveDateTime: time,
      issued: instant(time),
      performer: readersOf([keyed]),
      ...measuredValue(fields),
      note: [fields.MO_TA, fields.KET_LUAN].flatMap((text) => (text ? [{ text }] : [])),
    }),
  };
}

/** A JSON number as it stands; "5,6", "<0.5" and "007" stay the text they are. */
const PLAIN_DECIMAL = /^-?(?:0|[1-9]\d{0,29})(?:\.\d{1,29})?$/;

function measuredValue({ GIA_TRI: value, DON_VI_DO: unit }: KeyedRow["fields"]) {
  if (!value) return { dataAbsentReason: { coding: [{ system: DATA_ABSENT_REASON, code: "unknown" }] } };
  if (PLAIN_DECIMAL.test(value)) return { valueQuantity: { value: decimal(value), unit } };
  return { valueString: unit && !saysUnit(value, unit) ? `${value} ${unit}` : value };
}

/** Does a written value bring its unit along? */
const saysUnit = (value: string, unit: string): boolean => value.toLowerCase().endsWith(unit.toLowerCase());

const categoryOf = (code: string | undefined) => (code ? [{ coding: [{ system: OBSERVATION_CATEGORY, code }] }] : []);

/** FHIR's instant has a time; a day alone is none. */
const instant = (time: string | undefined) => (time?.includes("T") ? time : undefined);
