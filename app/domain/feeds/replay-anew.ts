import crypto from "node:crypto";
import { DomainError } from "#app/shared/errors.ts";
import { rawMessage } from "./raw-message.ts";
import { type FeedContext, type MessageAnswer, receiveMessage } from "./receive-message.ts";

export interface AnewInput {
  facilityId: string;
  messageId: string;
}

/**
 * Processes the kept bytes of a refused or partly taken delivery anew, after a mend here. What is in the store already is
 * answered as unchanged, and what came after it goes on to hold, so it may be asked for any number of times. What an operator bound to a person, or decided on, is
 * left to that. Who may: the feed thread, for an operator's act already written down. @throws DomainError `not-found`,
 * `conflict`.
 */
export async function replayAnew(ctx: FeedContext, input: AnewInput): Promise<MessageAnswer> {
  const { channel, clientId, format, receivedAt, state, digest, bytes } = await rawMessage(ctx, input);
  const unbound = crypto.createHash("sha256").update(bytes).digest().equals(digest);
  if (!unbound || (state !== "rejected" && state !== "partly_accepted") || (await isDecided(ctx, input)))
    throw new DomainError("conflict", "not-to-replay", "This delivery was taken whole, waits, or was decided on.");
  return receiveMessage(ctx, {
    facilityId: input.facilityId,
    channel,
    clientId: clientId ?? undefined,
    bytes,
    format,
    receivedAt,
    allowSingle: channel === "command",
    anew: true,
  });
}

/** A person has looked at it: what they said of whose it is holds. */
async function isDecided({ db }: FeedContext, { facilityId, messageId }: AnewInput): Promise<boolean> {
  const rows = await db.transaction(
    { "app.facility": facilityId },
    (tx) =>
      tx.sql`select from quarantine_items where facility_id = ${facilityId} and message_id = ${messageId} and state <> 'waiting'`,
  );
  return rows.length > 0;
}
