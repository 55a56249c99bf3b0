import crypto from "node:crypto";
import type { Tx } from "#db/client.ts";
import { putAside } from "./internal/put-aside.ts";
import { readDelivery } from "./internal/read-delivery.ts";
import { RefusedDelivery } from "./internal/refused.ts";
import type { FeedContext } from "./receive-message.ts";
import { type KeptMessage, keptMessage } from "./replay-message.ts";

export interface UnmergeReplayInput {
  facilityId: string;
  replayId: string;
}

/** `kept`: it was bound by an operator or cannot be read the same way again, so it stays where it is. */
export type UnmergeReplay = "stayed" | "moved" | "quarantined" | "kept";

/**
 * Reads a delivery again that came while two persons were one: what it says of who it is about now finds
 * the right one of the two, and what it brought goes there. One that speaks of both waits for an operator,
 * and what it brought is in nobody's book meanwhile. Once per request; asked again it is answered alike.
 */
export function replayAfterUnmerge(ctx: FeedContext, input: UnmergeReplayInput): Promise<{ outcome: UnmergeReplay }> {
  return ctx.db.transaction({ "app.facility": input.facilityId }, async (tx) => {
    const [asked] = await tx.sql<{ messageId: string; outcome: UnmergeReplay | null }[]>`
      select message_id as "messageId", outcome from message_replays
      where facility_id = ${input.facilityId} and id = ${input.replayId} for update`;
    if (!asked) return { outcome: "kept" };
    if (asked.outcome) return { outcome: asked.outcome };
    const kept = await keptMessage(tx, ctx, { facilityId: input.facilityId, messageId: asked.messageId });
    const outcome = await readAgain(tx, ctx, kept);
    await tx.sql`
      update message_replays set outcome = ${outcome}, done_at = now()
      where facility_id = ${input.facilityId} and id = ${input.replayId}`;
    return { outcome };
  });
}

async function readAgain(tx: Tx, ctx: FeedContext, { message, state }: KeptMessage): Promise<UnmergeReplay> {
  const bound = !crypto.createHash("sha256").update(message.bytes).digest().equals(message.digest);
  if (state === "rejected" || state === "quarantined" || bound) return "kept";
  const decided = await tx.sql`
    select from quarantine_items
    where facility_id = ${message.facilityId} and message_id = ${message.id} and state = 'replayed' and outcome = 'accepted' and person_id is not null`;
  const read = readDelivery(ctx, message);
  if (decided.length > 0 || "refused" in read) return "kept";
  const before = await placesOf(tx, message.facilityId, message.id);
  const [told] = await tx.sql<{ row: object }[]>`
    select jsonb_build_object('state', state, 'reason', reason, 'outcome', outcome, 'a', entries_accepted, 'u', entries_unchanged, 'r', entries_rejected, 'w', warnings) as row
    from messages where facility_id = ${message.facilityId} and id = ${message.id}`;
  try {
    // A refusal takes back what this reading did, and nothing else.
    const answer = await tx.sql.savepoint((sql) => read.take({ ...tx, sql }, { ...message, reread: true }));
    if (answer.state === "quarantined") {
      await putAside(tx, message.facilityId, message.id);
      return "quarantined";
    }
  } catch (error) {
    if (error instanceof RefusedDelivery) return "kept";
    throw error;
  }
  // What its sender was told stays true: these entries were taken when it came.
  await tx.sql`
    update messages set state = t.r ->> 'state', reason = t.r ->> 'reason', outcome = t.r -> 'outcome', entries_accepted = (t.r ->> 'a')::int,
      entries_unchanged = (t.r ->> 'u')::int, entries_rejected = (t.r ->> 'r')::int, warnings = (t.r ->> 'w')::int
    from (select ${JSON.stringify(told?.row)}::jsonb as r) t where facility_id = ${message.facilityId} and id = ${message.id}`;
  return before === (await placesOf(tx, message.facilityId, message.id)) ? "stayed" : "moved";
}

/** Whose book the rows of a delivery stand in, as one comparable text. */
async function placesOf(tx: Tx, facilityId: string, messageId: string): Promise<string> {
  const rows = await tx.sql<{ place: string }[]>`
    select distinct person_id || ' ' || entry_id as place from entries
    where facility_id = ${facilityId} and message_id = ${messageId} and withdrawn_reason is distinct from 'moved' order by 1`;
  return rows.map((r) => r.place).join();
}
