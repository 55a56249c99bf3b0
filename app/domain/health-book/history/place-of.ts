import type { CodeableConcept } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import { readStored } from "#app/adapters/record-store/fhir-r4/json.ts";
import { FORM_831 } from "#app/adapters/record-store/form-831/context.ts";
import type { EntryRow } from "../internal/entry-row.ts";
import { formDiseases, type HistoryPart, partOfQuestion, placeOfCode } from "./questions.ts";

/** Where an entry stands among what Form 831 asks. */
export interface Place {
  part: HistoryPart;
  /** The question it answers, when it is one of the form's. */
  question?: string | undefined;
}

interface Placed {
  code?: CodeableConcept;
  category?: CodeableConcept | CodeableConcept[];
}

const codingsOf = (concept: CodeableConcept | undefined) => concept?.coding ?? [];

/** The form's own name of what is asked, or of the part a condition stood in. */
const fieldOf = (concept: CodeableConcept | undefined): string | undefined =>
  codingsOf(concept).find(({ system, code }) => system === FORM_831 && code)?.code;

/** Every entry of the sections that tell of a life has a place: what the form does not ask stands with what is like it. */
export function placeOf(row: Pick<EntryRow, "section" | "type" | "resource">): Place {
  if (row.section === "allergies") return { part: "allergies" };
  if (row.section === "procedures") return { part: "surgery" };
  if (row.type === "FamilyMemberHistory") return { part: "family" };
  const resource = readStored<Placed>(row.resource);
  const categories = [resource.category ?? []].flat();
  if (row.section === "conditions") return { part: conditionPart(categories) };
  const question = fieldOf(resource.code);
  const part = question === undefined ? undefined : partOfQuestion(question);
  if (part) return { part, question };
  const coded = codingsOf(resource.code).flatMap(({ code }) => (code && placeOfCode(code)) || []);
  if (coded[0]) return coded[0];
  const social = categories.some((one) => codingsOf(one).some(({ code }) => code === "social-history"));
  return { part: social ? "risks" : "other" };
}

function conditionPart(categories: CodeableConcept[]): HistoryPart {
  const field = categories.flatMap((one) => fieldOf(one) ?? [])[0];
  return (field && partOfQuestion(field)) || "illnesses";
}

const ICD10 = /icd-?10/i;

/** The diseases of the form that a condition is, by its ICD-10 code or the form's own box. */
export function diseasesOf(row: Pick<EntryRow, "resource">): string[] {
  const { code } = readStored<Placed>(row.resource);
  return codingsOf(code).flatMap(({ system, code: own = "" }) => {
    if (system === FORM_831) return formDiseases.some(([id]) => id === own) ? [own] : [];
    if (!ICD10.test(system ?? "")) return [];
    const category = own.slice(0, 3).toUpperCase();
    return formDiseases.flatMap(([id, ...ranges]) =>
      ranges.some((range) => category >= range.slice(0, 3) && category <= range.slice(4)) ? [id] : [],
    );
  });
}
