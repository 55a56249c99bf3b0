import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { isId } from "#app/shared/ids.ts";
import type { PersonActor } from "./view.ts";

/**
 * The browser is a counter no longer, and the shifts there are over with their next request. Who may: operators, and
 * staff on duty at its facility. Twice, or somebody else's, changes nothing.
 */
export async function revokeCounter(ctx: Ctx<PersonActor>, counterId: string): Promise<void> {
  const { actor } = ctx;
  if (!isId(counterId)) return;
  const own = "facilityId" in actor ? actor.facilityId : null;
  if (!own && actor.kind !== "operator") return;
  const now = ctx.now();
  await ctx.db.transaction({}, async (tx) => {
    const gone = await tx.sql`
      update counters set revoked_at = ${now} where id = ${counterId} and revoked_at is null and (${own}::uuid is null or facility_id = ${own})`;
    if (gone.count === 0) return;
    const ended = await tx.sql`
      update sessions set ended_at = ${now}, ended_why = 'counter-revoked' where counter_id = ${counterId} and ended_at is null`;
    const detail = { sessions: ended.count };
    await recordAct(tx, ctx, { act: "counter.revoked", about: { kind: "counter", id: counterId }, detail });
  });
}
