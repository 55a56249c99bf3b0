import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { isId } from "#app/shared/ids.ts";
import { passkeysOf } from "./internal/passkeys-of.ts";
import type { PersonActor } from "./view.ts";

/** Somebody's own passkeys. */
export async function listPasskeys(ctx: Ctx<PersonActor>) {
  const keys = await passkeysOf(ctx.db, ctx.actor.personId);
  return keys.map(({ id, device, createdAt, lastUsedAt }) => ({
    id,
    device,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString(),
  }));
}

/** Takes one of one's own passkeys out of use; twice changes nothing. */
export async function removePasskey(ctx: Ctx<PersonActor>, passkeyId: string): Promise<void> {
  if (!isId(passkeyId)) return;
  await ctx.db.transaction({}, async (tx) => {
    const gone = await tx.sql`
      update passkeys k set removed_at = ${ctx.now()}, removed_why = 'self'
      from persons a join persons c on c.id = coalesce(a.merged_into, a.id) or c.merged_into = coalesce(a.merged_into, a.id)
      where a.id = ${ctx.actor.personId} and k.person_id = c.id and k.id = ${passkeyId} and k.removed_at is null`;
    if (gone.count === 1)
      await recordAct(tx, ctx, { act: "passkey.removed", about: { kind: "passkey", id: passkeyId } });
  });
}
