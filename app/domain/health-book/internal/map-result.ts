import type { FamilyMemberHistory } from "#app/adapters/record-store/fhir-r4/resources/family.ts";
import type {
  DiagnosticReport,
  ImagingStudy,
  Observation,
} from "#app/adapters/record-store/fhir-r4/resources/results.ts";
import type { ResultView } from "../view.ts";
import { conceptCode, conceptText, conceptTexts, type Names, noteTexts, referenceTexts } from "./concept.ts";
import { baseOf, type Read } from "./entry-row.ts";
import { memberIds } from "./members.ts";
import { plainText } from "./plain-text.ts";
import { measurementOf } from "./value.ts";

export type AnyResult = Observation | DiagnosticReport | ImagingStudy | FamilyMemberHistory;

const NO_MEASUREMENT = {
  value: undefined,
  interpretation: undefined,
  ranges: [],
  components: [],
  method: undefined,
  bodySite: undefined,
};

export function mapResult({ row, resource }: Read<AnyResult>, names: Names): ResultView {
  switch (resource.resourceType) {
    case "Observation":
      return mapObservation({ row, resource }, names);
    case "FamilyMemberHistory":
      return mapRelative({ row, resource });
    case "DiagnosticReport":
      return {
        ...baseOf(row, conceptText(resource.code)),
        ...NO_MEASUREMENT,
        kind: "result",
        form: "report",
        category: categoryOf(resource.category),
        status: resource.status,
        conclusion:
          [resource.conclusion?.trim(), ...conceptTexts(resource.conclusionCode)].filter(Boolean).join("; ") ||
          undefined,
        memberCount: resource.result?.length ?? 0,
        memberIds: memberIds({ row, resource }),
        by: referenceTexts([...(resource.resultsInterpreter ?? []), ...(resource.performer ?? [])], names),
        notes: [plainText(resource.presentedForm) ?? []].flat(),
      };
    case "ImagingStudy": {
      const series = resource.series?.[0];
      const title = resource.description?.trim() || conceptText(resource.procedureCode?.[0]) || series?.description;
      const modality = (resource.modality?.[0] ?? series?.modality)?.display;
      return {
        ...baseOf(row, title || [modality, series?.bodySite?.display].filter(Boolean).join(" – ")),
        ...NO_MEASUREMENT,
        kind: "result",
        form: "imaging",
        category: "imaging",
        status: resource.status,
        conclusion: undefined,
        memberCount: 0,
        memberIds: [],
        by: [],
        bodySite: series?.bodySite?.display,
        method: modality,
        notes: noteTexts(resource.note),
      };
    }
  }
}

/** What a relative has or had, in one line; who it is, is the title. */
function mapRelative({ row, resource }: Read<FamilyMemberHistory>): ResultView {
  const conditions = (resource.condition ?? []).map(({ code, outcome }) =>
    [conceptText(code), conceptText(outcome)].filter(Boolean).join(", "),
  );
  const text = conditions.filter(Boolean).join("; ");
  return {
    ...baseOf(row, conceptText(resource.relationship)),
    ...NO_MEASUREMENT,
    value: text ? { kind: "text", text } : undefined,
    kind: "result",
    form: "family",
    category: undefined,
    status: undefined,
    conclusion: undefined,
    memberCount: 0,
    memberIds: [],
    by: [],
    notes: [...(resource.condition ?? []).flatMap(({ note }) => noteTexts(note)), ...noteTexts(resource.note)],
  };
}

function mapObservation({ row, resource }: Read<Observation>, names: Names): ResultView {
  const measured = measurementOf(resource);
  return {
    ...baseOf(row, measured.title),
    ...measured,
    title: measured.title,
    kind: "result",
    form: row.section === "history" ? "told" : "measurement",
    category: categoryOf(resource.category),
    status: resource.status,
    components: (resource.component ?? []).map(measurementOf),
    conclusion: undefined,
    memberCount: resource.hasMember?.length ?? 0,
    memberIds: memberIds({ row, resource }),
    by: referenceTexts(resource.performer, names),
    method: conceptText(resource.method),
    bodySite: conceptText(resource.bodySite),
    notes: noteTexts(resource.note),
  };
}

/** HL7 v2-0074 department codes that mean the same as an Observation category. */
const DEPARTMENTS: ReadonlyMap<string, string> = new Map([
  ["LAB", "laboratory"],
  ["CH", "laboratory"],
  ["HM", "laboratory"],
  ["MB", "laboratory"],
  ["RAD", "imaging"],
  ["RUS", "imaging"],
  ["CT", "imaging"],
  ["NMR", "imaging"],
  ["US", "imaging"],
  ["CUS", "imaging"],
  ["EC", "procedure"],
  ["PF", "procedure"],
  ["OTH", "exam"],
]);

function categoryOf(categories: DiagnosticReport["category"]): string | undefined {
  const code = conceptCode(categories?.[0]);
  return code ? (DEPARTMENTS.get(code) ?? code) : undefined;
}
