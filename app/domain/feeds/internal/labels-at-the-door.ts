import type { RawResource } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { PROTECTION_LABELS } from "#app/adapters/record-store/fhir-r4/systems.ts";
import { labelsOfCodes, tellsOfHiv } from "#app/adapters/record-store/qd3176/mapping/protected-codes.ts";
import type { Tx } from "#db/client.ts";

export interface LabelledCase {
  person: string;
  caseId: string;
  labels: readonly string[];
}

/** Where a resource says what somebody has: listed ICD-10 codes there close its whole case. */
const TELLING = ["code", "reasonCode", "conclusionCode"];
const ICD10 = /icd-?10/i;

/** Labels a sender may ask for itself, by `meta.security`. */
const ASKED = new Set(["hiv", "psychiatry", "reproductive", "violence"]);

function asked(resource: RawResource): string[] {
  const { security } = (resource.meta ?? {}) as { security?: unknown };
  return (Array.isArray(security) ? security : []).flatMap((c: { system?: unknown; code?: unknown } | null) =>
    c?.system === PROTECTION_LABELS && typeof c.code === "string" && ASKED.has(c.code) ? [c.code] : [],
  );
}

/** Protection labels that a resource's own codes ask for (law on HIV art. 30; `protected-codes.ts` has the lists), or its sender. */
export function labelsOf(resource: RawResource): readonly string[] {
  const codes = TELLING.flatMap((element) => [resource[element] ?? []].flat()).flatMap((concept) => {
    const { coding } = (concept ?? {}) as { coding?: unknown };
    return (Array.isArray(coding) ? coding : []).flatMap((c: { system?: unknown; code?: unknown } | null) =>
      typeof c?.code === "string" && typeof c.system === "string" && ICD10.test(c.system) ? [c.code] : [],
    );
  });
  const byCode = codes.length > 0 ? labelsOfCodes(codes) : [];
  const byMedicine = tellsOfHiv(medicineNames(resource)) ? ["hiv"] : [];
  return [...new Set([...asked(resource), ...byCode, ...byMedicine])];
}

/** What a medicine line calls its medicine. */
function medicineNames({ medicationCodeableConcept }: RawResource): string[] {
  const { text, coding } = (medicationCodeableConcept ?? {}) as { text?: unknown; coding?: unknown };
  const displays = (Array.isArray(coding) ? coding : []).map((c: { display?: unknown } | null) => c?.display);
  return [text, ...displays].filter((name): name is string => typeof name === "string");
}

/** Labels cases in the caller's transaction, after their rows are written; a label that is there stays one. */
export async function labelCases(tx: Tx, cases: LabelledCase[]): Promise<void> {
  const rows = cases.flatMap(({ person, caseId, labels }) =>
    labels.map((label) => ({ person, case_id: caseId, label })),
  );
  if (rows.length > 0) await tx.sql`select label_cases(${JSON.stringify(rows)}::jsonb)`;
}
