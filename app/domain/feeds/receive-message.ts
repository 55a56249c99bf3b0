import crypto from "node:crypto";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { noteSequence } from "#app/domain/feed-status/note-sequence.ts";
import type { SequenceNumber } from "#app/shared/feed-sequence.ts";
import { newId } from "#app/shared/ids.ts";
import type { Db } from "#db/client.ts";
import type { FileFormat } from "./internal/files/take-file.ts";
import { recordReject, startMessage } from "./internal/message-row.ts";
import { singleAnswer } from "./internal/one-entry.ts";
import { type ReadDelivery, readDelivery } from "./internal/read-delivery.ts";
import { RefusedDelivery } from "./internal/refused.ts";

export interface FeedContext {
  /** Connected as the feed role. */
  db: Db;
  keys: KeyRing;
  now: () => Date;
}

/** A write of one resource by its address (R4 http.html), instead of a Bundle. */
export interface Interaction {
  method: "POST" | "PUT" | "DELETE";
  /** `Type`, `Type/id` or `Type?identifier=system|value`. */
  url: string;
  ifMatch?: string | undefined;
  ifNoneExist?: string | undefined;
}

export interface IncomingMessage {
  facilityId: string;
  channel: "api" | "command" | "upload" | "pull";
  clientId: string | undefined;
  bytes: Uint8Array;
  /** What the bytes are; FHIR R4 JSON unless said. */
  format?: "fhir-r4-json" | "qd3176-xml" | FileFormat;
  /** An operator's act binds the delivery to this person, whatever it says about who it is. */
  boundTo?: string | undefined;
  /** Files may hold one resource; the API takes Bundles only. */
  allowSingle: boolean;
  /** Lines of staff, places and medicines: nobody's record, and of everybody's. A Bundle of them alone is refused. */
  directory?: boolean | undefined;
  /** Where the sender counts its messages: this one's place. Else what the Bundle itself says. */
  sequence?: SequenceNumber | undefined;
  /** An operator has the kept bytes processed anew: what was taken before is tried again too. */
  anew?: boolean;
  /** When the bytes came, where they are processed anew; now unless said. */
  receivedAt?: Date;
  /** The bytes are one resource, or none, and this is what to do with it. */
  interaction?: Interaction | undefined;
}

export interface MessageAnswer {
  state: "accepted" | "partly_accepted" | "rejected" | "quarantined";
  /** HTTP status of the API (design §7). */
  status: number;
  messageId: string;
  replay: boolean;
  counts: { accepted: number; unchanged: number; rejected: number; warnings: number };
  reason: string | undefined;
  /** Of a write of one resource: what its headers say. */
  version?: { location: string | undefined; etag: string | undefined; lastModified: string | undefined };
  /** Body of the answer: FHIR, or for a package its tables. */
  body: object;
}

/**
 * Takes one delivery of a facility: the bytes of a FHIR R4 Bundle, of one package of QĐ 3176 or of one person's part
 * of a file in, the answer out. What is answered
 * 200 is committed; a replay is answered as the first time and changes nothing; a refused
 * transaction or document leaves nothing but its reject. Who may: a client with scope system/*.cud,
 * or the import command.
 */
export async function receiveMessage(ctx: FeedContext, input: IncomingMessage): Promise<MessageAnswer> {
  const read = readDelivery(ctx, input);
  const answer = await take(ctx, { ...input, bytes: read.bytes ?? input.bytes }, read);
  return input.interaction ? singleAnswer(answer, input.interaction) : answer;
}

async function take(ctx: FeedContext, input: IncomingMessage, read: ReadDelivery): Promise<MessageAnswer> {
  const digest = crypto
    .createHash("sha256")
    .update(input.bytes)
    .update(input.boundTo ?? "")
    .digest();
  const sequence = input.sequence ?? read.sequence;
  const message = { ...input, id: newId(), digest, receivedAt: input.receivedAt ?? ctx.now(), sequence };
  const told = "told" in read && read.told ? read.told : (answer: MessageAnswer) => answer;
  if ("refused" in read) return recordReject(ctx, message, read.refused);
  try {
    const answer = await ctx.db.transaction({ "app.facility": input.facilityId }, async (tx) => {
      const started = await startMessage(tx, message);
      if (started.earlier) {
        if (message.sequence) await noteSequence(tx, input.facilityId, message.receivedAt, message.sequence);
        return started.earlier;
      }
      return read.take(tx, { ...message, ...started });
    });
    return told(answer);
  } catch (error) {
    if (error instanceof RefusedDelivery) return told(await recordReject(ctx, message, error, read.items));
    throw error;
  }
}
