import type { Tx } from "#db/client.ts";
import { type KeptBody, openBody } from "./internal/message-body.ts";
import { type Message, recordReject } from "./internal/message-row.ts";
import { notOurs } from "./internal/open-case.ts";
import { readDelivery } from "./internal/read-delivery.ts";
import { RefusedDelivery } from "./internal/refused.ts";
import type { FeedContext, IncomingMessage } from "./receive-message.ts";

export interface ReplayInput {
  facilityId: string;
  messageId: string;
}

/** What became of a decision: taken, refused by what it says itself, or there is nothing decided to replay. */
export interface ReplayAnswer {
  outcome: "accepted" | "refused" | "not-decided";
}

interface Decided {
  state: "waiting" | "decided" | "replayed";
  decision: "attach" | "create" | "reject" | null;
  personId: string | null;
  outcome: "accepted" | "refused" | null;
}

/** A delivery as it is kept. */
export interface KeptMessage {
  message: Message;
  state: "accepted" | "partly_accepted" | "rejected" | "quarantined";
}

/**
 * Reads a delivery again as an operator decided: its kept bytes, bound to the person. Pressed twice, or
 * again because the answer was lost, it is read once and answered alike. Runs as the feed role alone.
 */
export async function replayDecided(ctx: FeedContext, input: ReplayInput): Promise<ReplayAnswer> {
  let kept: KeptMessage | undefined;
  try {
    return await ctx.db.transaction({ "app.facility": input.facilityId }, async (tx) => {
      const [item] = await tx.sql<Decided[]>`
        select state, decision, person_id as "personId", outcome from quarantine_items
        where facility_id = ${input.facilityId} and message_id = ${input.messageId} for update`;
      if (item?.state === "replayed" && item.outcome) return { outcome: item.outcome };
      if (item?.state !== "decided") return { outcome: "not-decided" };
      kept = await keptMessage(tx, ctx, input);
      if (kept.state === "quarantined" || kept.state === "rejected") {
        if (item.decision === "reject" || !item.personId) throw notOurs();
        const read = readDelivery(ctx, kept.message);
        if ("refused" in read) throw read.refused;
        await read.take(tx, { ...kept.message, boundTo: item.personId });
      }
      await closeCase(tx, input, "accepted");
      return { outcome: "accepted" };
    });
  } catch (error) {
    if (!(error instanceof RefusedDelivery) || !kept) throw error;
    await recordReject(ctx, kept.message, error);
    await ctx.db.transaction({ "app.facility": input.facilityId }, (tx) => closeCase(tx, input, "refused"));
    return { outcome: "refused" };
  }
}

/** What a case said of who it is has done its work when it ends, and is not kept. */
async function closeCase(tx: Tx, input: ReplayInput, outcome: "accepted" | "refused"): Promise<void> {
  await tx.sql`
    update quarantine_items set state = 'replayed', outcome = ${outcome}, replayed_at = now(), sealed = ''::bytea
    where facility_id = ${input.facilityId} and message_id = ${input.messageId} and state = 'decided'`;
}

/** A delivery's row, locked, and its bytes. */
export async function keptMessage(tx: Tx, ctx: FeedContext, input: ReplayInput): Promise<KeptMessage> {
  const [row] = await tx.sql<
    (Pick<KeptMessage, "state"> &
      Pick<Message, "digest" | "receivedAt" | "channel" | "format"> &
      KeptBody & { clientId: string | null })[]
  >`
    select m.state, m.digest, m.received_at as "receivedAt", m.channel, m.format, m.client_id as "clientId", b.sealed, b.packed
    from messages m join message_bodies b on b.facility_id = m.facility_id and b.message_id = m.id
    where m.facility_id = ${input.facilityId} and m.id = ${input.messageId} for update of m`;
  if (!row) throw new Error("The bytes of a delivery are gone.");
  const { facilityId, messageId: id } = input;
  const bytes = openBody(ctx.keys, input, row);
  const incoming: IncomingMessage = {
    facilityId,
    channel: row.channel,
    clientId: row.clientId ?? undefined,
    bytes,
    ...(row.format ? { format: row.format } : {}),
    allowSingle: true,
  };
  return { state: row.state, message: { ...incoming, id, digest: row.digest, receivedAt: row.receivedAt } };
}
