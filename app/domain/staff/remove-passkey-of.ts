import type { OperatorActor } from "#app/domain/access/actor.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { isId } from "#app/shared/ids.ts";

/** Takes a passkey from somebody of the roster: lost, or not theirs. Who may: operators. Twice changes nothing. */
export async function removePasskeyOf(
  ctx: Ctx<OperatorActor>,
  input: { id: string; passkeyId: string },
): Promise<void> {
  requireFresh(ctx, "change-roster");
  const { id, passkeyId } = input;
  if (!isId(id) || !isId(passkeyId)) return;
  await ctx.db.transaction({}, async (tx) => {
    const [gone] = await tx.sql<{ personId: string }[]>`
      update passkeys k set removed_at = ${ctx.now()}, removed_why = 'operator' from staff_roles r
      where r.id = ${id} and k.person_id = r.person_id and k.id = ${passkeyId} and k.removed_at is null
      returning k.person_id as "personId"`;
    if (!gone) return;
    await recordAct(tx, ctx, { act: "passkey.removed", about: { kind: "passkey", id: passkeyId } });
    await noteDuty(tx, ctx, [gone.personId], { action: "change", subject: "roster" });
  });
}
