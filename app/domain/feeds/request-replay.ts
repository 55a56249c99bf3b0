import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { AnewInput } from "./replay-anew.ts";
import type { MessageState } from "./view.ts";

type Replay = (input: AnewInput) => Promise<{ state: MessageState; messageId: string }>;

/**
 * Has a delivery processed anew by the feed thread; written down before it is asked for. Who may: operators.
 * @throws DomainError `not-found`, `unavailable`.
 */
export async function requestReplay(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: { facilityId: string; messageId: string },
  replay: Replay,
): Promise<{ state: MessageState; messageId: string }> {
  const { facilityId, messageId } = input;
  if (!isId(facilityId) || !isId(messageId)) throw notFound();
  await ctx.db.transaction({}, async (tx) => {
    const [known] = await tx.sql`select from messages where facility_id = ${facilityId} and id = ${messageId}`;
    if (!known) throw notFound();
    await recordAct(tx, ctx, { act: "feed.replayed", about: { kind: "message", id: messageId } });
  });
  return replay({ facilityId, messageId });
}

const notFound = () => new DomainError("not-found", "no-such-message", "There is no such delivery.");
