import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import { facilities, facilityNames } from "#db/schema/facilities.ts";
import type { AddFacilityInput } from "./input.ts";

type Operator = Extract<Actor, { kind: "operator" }>;

/**
 * Adds a facility with its present names and codes. Who may: operators. Sending the same form twice
 * adds one. A code that another facility has now is refused.
 */
export async function addFacility(
  ctx: Ctx<Operator>,
  input: AddFacilityInput,
): Promise<{ id: string } | { errors: FormErrors }> {
  return ctx.db.transaction({}, async (tx) => {
    const taken = await tx.sql<{ code5: string | null; code13: string | null }[]>`
      select code5, code13 from facility_names
      where valid_to is null and facility_id <> ${input.idempotencyKey} and (code5 = ${input.code5 ?? null} or code13 = ${input.code13 ?? null})`;
    if (taken.length > 0) {
      const field = taken.some((t) => t.code5 !== null && t.code5 === input.code5) ? "code5" : "code13";
      return { errors: { [field]: ["code-taken"] } };
    }
    const { idempotencyKey: id, kind, address, phone, legalBasis, expectedEveryHours, ...names } = input;
    const added = await tx.orm
      .insert(facilities)
      .values({ id, kind, address, phone, legalBasis, expectedEveryHours })
      .onConflictDoNothing()
      .returning({ id: facilities.id });
    if (added.length > 0) {
      const validFrom = ctx.now().toISOString().slice(0, 10);
      await tx.orm.insert(facilityNames).values({ facilityId: id, validFrom, ...names });
      await recordAct(tx, ctx, { act: "facility.added", about: { kind: "facility", id } });
    }
    return { id };
  });
}
