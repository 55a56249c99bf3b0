import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import type { IdentifierKind } from "#app/shared/identifiers.ts";
import { isId } from "#app/shared/ids.ts";
import { findPersons } from "./find-persons.ts";
import { isOfFacility, scopedAll } from "./scoped-identifier.ts";

/** Kinds an operator can look a person up by. Never a name: that would be a search through everybody. */
export const searchableKinds = [
  "personal_number",
  "old_id_card",
  "insurance_card",
  "passport",
  "facility_patient_number",
] as const satisfies IdentifierKind[];

export interface FindPersonInput {
  kind: string;
  value: string;
  /** Whose number it is, for a facility's own. */
  facilityId: string | undefined;
}

/** The person an exact identifier leads to. Who may: operators; that they looked is in the log, the number is not. */
export async function findPerson(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: FindPersonInput,
): Promise<{ personId: string } | { errors: FormErrors }> {
  const kind = searchableKinds.find((k) => k === input.kind);
  const value = input.value.trim();
  if (!kind) return { errors: { kind: ["required"] } };
  if (value === "" || value.length > 60) return { errors: { value: [value === "" ? "required" : "too-long"] } };
  const facilityId = input.facilityId && isId(input.facilityId) ? input.facilityId : undefined;
  if (isOfFacility(kind) && !facilityId) return { errors: { facilityId: ["required"] } };
  const personId = await ctx.db.transaction({}, async (tx) => {
    const [found, another] = await findPersons(tx, ctx.keys, scopedAll([{ kind, system: "", value }], facilityId));
    const one = another ? undefined : found?.id;
    const about = one ? { kind: "person", id: one } : { kind: "identifier", id: kind };
    await recordAct(tx, ctx, { act: "person.looked-up", about });
    return one;
  });
  return personId ? { personId } : { errors: { value: ["nobody-found"] } };
}
