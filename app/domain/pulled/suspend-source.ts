import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { isId } from "#app/shared/ids.ts";

/** Leaves a source alone, or has it asked again at once. Who may: operators. */
export async function suspendSource(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: { facilityId: string; suspended: boolean },
): Promise<void> {
  if (!isId(input.facilityId)) return;
  await ctx.db.transaction({}, async (tx) => {
    const changed = await tx.sql`
      update pulled_sources set suspended_at = ${input.suspended ? ctx.now() : null}, state = 'closed', failures = 0, next_try_at = ${ctx.now()}
      where facility_id = ${input.facilityId} and (suspended_at is null) = ${input.suspended}`;
    if (changed.count === 0) return;
    await recordAct(tx, ctx, {
      act: input.suspended ? "pulled.suspended" : "pulled.resumed",
      about: { kind: "facility", id: input.facilityId },
    });
  });
}
