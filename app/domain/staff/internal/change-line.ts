import type { FormErrors } from "#app/shared/form-errors.ts";
import type { Tx } from "#db/client.ts";
import type { StaffRole } from "../rules.ts";
import { operatorsLeft } from "./operators-left.ts";
import { sameTerms, type Terms } from "./terms.ts";

export interface Line extends Terms {
  id: string;
  personId: string;
  role: StaffRole;
}

/** Writes new terms on a line that is not ended; `undefined` where they are the same, or it was ended meanwhile. */
export async function changeLine(
  tx: Tx,
  line: Line,
  terms: Terms,
  now: Date,
): Promise<{ changed: boolean } | { errors: FormErrors }> {
  if (sameTerms(line, terms)) return { changed: false };
  // A day that was not said may stand from before.
  if (terms.validTo && terms.validTo <= terms.validFrom) return { errors: { validTo: ["ends-before"] } };
  const over = terms.validFrom > now ? now : terms.validTo;
  if (line.role === "operator" && over && !(await operatorsLeft(tx, { id: line.id, at: over })))
    return { errors: { validTo: ["last-operator"] } };
  const done = await tx.sql`
    update staff_roles set degree = ${terms.degree}, licence_number = ${terms.licenceNumber}, valid_from = ${terms.validFrom}, valid_to = ${terms.validTo}
    where id = ${line.id} and person_id = ${line.personId} and ended_at is null`;
  return done.count === 1 ? { changed: true } : { errors: { "": ["staff-ended"] } };
}
