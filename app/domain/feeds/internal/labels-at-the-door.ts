import type { RawResource } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { PROTECTION_LABELS } from "#app/adapters/record-store/fhir-r4/systems.ts";
import {
  isHivFinding,
  isPositiveHivTest,
  labelsOfCodes,
  tellsOfHiv,
} from "#app/adapters/record-store/qd3176/mapping/protected-codes.ts";
import type { Tx } from "#db/client.ts";
import { type Coding, codingsOf, namesOf } from "./concepts.ts";

export interface LabelledCase {
  person: string;
  caseId: string;
  labels: readonly string[];
}

/** Where a resource says what somebody has: listed codes there close its whole case. */
const TELLING = ["code", "reasonCode", "conclusionCode"];
const ICD10 = /icd-?10/i;
const SNOMED = "http://snomed.info/sct";

/** Labels a sender may ask for itself, by `meta.security`. */
const ASKED = new Set(["hiv", "psychiatry", "reproductive", "violence"]);

function asked(resource: RawResource): string[] {
  const { security } = (resource.meta ?? {}) as { security?: unknown };
  return codingsOf({ coding: security }).flatMap(({ system, code }) =>
    system === PROTECTION_LABELS && code !== undefined && ASKED.has(code) ? [code] : [],
  );
}

/**
 * Protection labels that a resource's own codes, medicine or result ask for (law on HIV art. 30; `protected-codes.ts`
 * has the lists), or its sender.
 */
export function labelsOf(resource: RawResource): readonly string[] {
  const codings = TELLING.flatMap((element) => [resource[element] ?? []].flat()).flatMap(codingsOf);
  const icd10 = codings.flatMap(({ system, code }) => (code && system && ICD10.test(system) ? [code] : []));
  const byCode = icd10.length > 0 ? labelsOfCodes(icd10) : [];
  const hiv = codings.some(isHiv) || tellsOfHiv(medicineNames(resource)) || isPositive(resource);
  return [...new Set([...asked(resource), ...byCode, ...(hiv ? ["hiv"] : [])])];
}

const isHiv = ({ system, code }: Coding): boolean => system === SNOMED && code !== undefined && isHivFinding(code);

/** What a medicine line calls its medicine, in its own words or in a resource it contains. */
function medicineNames({ medicationCodeableConcept, contained }: RawResource): string[] {
  const within = Array.isArray(contained) ? contained : [];
  const medicines = within.filter((one: RawResource | null) => one?.resourceType === "Medication");
  return [medicationCodeableConcept, ...medicines.map((one: RawResource) => one.code)].flatMap(namesOf);
}

/** A test for HIV that says positive: in its value, its interpretation, its conclusion. */
function isPositive(resource: RawResource): boolean {
  const { resourceType, code, valueString, valueCodeableConcept, interpretation, conclusion } = resource;
  if (resourceType !== "Observation" && resourceType !== "DiagnosticReport") return false;
  const concepts = [valueCodeableConcept, ...[interpretation ?? []].flat()];
  const codes = concepts.flatMap(codingsOf).flatMap((coding) => coding.code ?? []);
  const said = [valueString, conclusion, ...concepts.flatMap(namesOf), ...codes];
  return isPositiveHivTest(namesOf(code).join(" "), said.filter((text) => typeof text === "string").join(" ; "));
}

/** Labels cases in the caller's transaction, after their rows are written; a label that is there stays one. */
export async function labelCases(tx: Tx, cases: LabelledCase[]): Promise<void> {
  const rows = cases.flatMap(({ person, caseId, labels }) =>
    labels.map((label) => ({ person, case_id: caseId, label })),
  );
  if (rows.length > 0) await tx.sql`select label_cases(${JSON.stringify(rows)}::jsonb)`;
}
