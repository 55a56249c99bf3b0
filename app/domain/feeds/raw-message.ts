import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { Db } from "#db/client.ts";
import { type KeptBody, openBody } from "./internal/message-body.ts";
import type { IncomingMessage } from "./receive-message.ts";

export interface KeptMessage {
  channel: "api" | "command";
  clientId: string | null;
  format: NonNullable<IncomingMessage["format"]>;
  receivedAt: Date;
  state: "accepted" | "partly_accepted" | "rejected" | "quarantined";
  /** Of the bytes, and of whom they were bound to. */
  digest: Buffer;
  bytes: Buffer;
}

/**
 * The bytes of a delivery as they came. Who may: the feed role, for an operator's act that the caller writes down first.
 * @throws DomainError `not-found` where there is no such delivery, or its bytes are kept no more.
 */
export async function rawMessage(
  ctx: { db: Db; keys: KeyRing },
  input: { facilityId: string; messageId: string },
): Promise<KeptMessage> {
  const { facilityId, messageId } = input;
  if (!isId(facilityId) || !isId(messageId)) throw gone();
  const [row] = await ctx.db.transaction(
    { "app.facility": facilityId },
    (tx) => tx.sql<(Omit<KeptMessage, "bytes"> & KeptBody)[]>`
      select m.channel, m.client_id as "clientId", m.format, m.received_at as "receivedAt", m.state, m.digest, b.sealed, b.packed
      from messages m join message_bodies b on b.facility_id = m.facility_id and b.message_id = m.id
      where m.facility_id = ${facilityId} and m.id = ${messageId}`,
  );
  if (!row) throw gone();
  const { sealed, packed, ...message } = row;
  return { ...message, bytes: openBody(ctx.keys, input, { sealed, packed }) };
}

const gone = () =>
  new DomainError("not-found", "no-bytes", "There is no such delivery, or its bytes are kept no more.");
