import type { RawResource } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { labelsOfCodes } from "#app/adapters/record-store/qd3176/mapping/protected-codes.ts";
import type { Tx } from "#db/client.ts";

export interface LabelledCase {
  person: string;
  caseId: string;
  labels: readonly string[];
}

/** Where a resource says what somebody has: listed ICD-10 codes there close its whole case. */
const TELLING = ["code", "reasonCode", "conclusionCode"];
const ICD10 = /icd-?10/i;

/** Protection labels that a resource's own codes ask for (law on HIV art. 30; `protected-codes.ts` has the lists). */
export function labelsOf(resource: RawResource): readonly string[] {
  const codes = TELLING.flatMap((element) => [resource[element] ?? []].flat()).flatMap((concept) => {
    const { coding } = (concept ?? {}) as { coding?: unknown };
    return (Array.isArray(coding) ? coding : []).flatMap((c: { system?: unknown; code?: unknown } | null) =>
      typeof c?.code === "string" && typeof c.system === "string" && ICD10.test(c.system) ? [c.code] : [],
    );
  });
  return codes.length > 0 ? [...labelsOfCodes(codes)] : [];
}

/** Labels cases in the caller's transaction, after their rows are written; a label that is there stays one. */
export async function labelCases(tx: Tx, cases: LabelledCase[]): Promise<void> {
  const rows = cases.flatMap(({ person, caseId, labels }) =>
    labels.map((label) => ({ person, case_id: caseId, label })),
  );
  if (rows.length > 0) await tx.sql`select label_cases(${JSON.stringify(rows)}::jsonb)`;
}
