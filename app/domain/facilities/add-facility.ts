import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { localDay } from "#app/shared/dates.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import { type Tx, violated } from "#db/client.ts";
import { facilities, facilityNames } from "#db/schema/facilities.ts";
import type { AddFacilityInput } from "./input.ts";

type Operator = Extract<Actor, { kind: "operator" }>;
type Added = { id: string } | { errors: FormErrors };

/**
 * Adds a facility with its present names and codes. Who may: operators. Sending the same form twice
 * adds one; the same form with other contents, or a code that another facility has now, is refused.
 */
export async function addFacility(ctx: Ctx<Operator>, input: AddFacilityInput): Promise<Added> {
  try {
    return await ctx.db.transaction({}, (tx) => add(tx, ctx, input));
  } catch (error) {
    const field = violated(error)?.match(/_(code5|code13)_now$/)?.[1];
    if (!field) throw error;
    return { errors: { [field]: ["code-taken"] } };
  }
}

async function add(tx: Tx, ctx: Ctx<Operator>, input: AddFacilityInput): Promise<Added> {
  const { idempotencyKey: id, kind, address, phone, legalBasis, expectedEveryHours, ...names } = input;
  const added = await tx.orm
    .insert(facilities)
    .values({ id, kind, address, phone, legalBasis, expectedEveryHours })
    .onConflictDoNothing()
    .returning({ id: facilities.id });
  if (added.length === 0) return (await isSame(tx, input)) ? { id } : { errors: { "": ["already-sent"] } };
  await tx.orm.insert(facilityNames).values({ facilityId: id, validFrom: localDay(ctx.now()), ...names });
  await recordAct(tx, ctx, { act: "facility.added", about: { kind: "facility", id } });
  return { id };
}

/** Was this form sent before as it is now? A page from the back button has the old key and perhaps another facility. */
async function isSame(tx: Tx, { idempotencyKey, name, code5, code13 }: AddFacilityInput): Promise<boolean> {
  const found = await tx.sql`
    select from facility_names where facility_id = ${idempotencyKey} and name = ${name}
      and code5 is not distinct from ${code5 ?? null} and code13 is not distinct from ${code13 ?? null}`;
  return found.length > 0;
}
