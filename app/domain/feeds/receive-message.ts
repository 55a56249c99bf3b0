import crypto from "node:crypto";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { type ReadBundle, readBundle } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { type Issue, isError } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { parseFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { noteSequence } from "#app/domain/feed-status/note-sequence.ts";
import { isDomainError } from "#app/shared/errors.ts";
import type { SequenceNumber } from "#app/shared/feed-sequence.ts";
import { newId } from "#app/shared/ids.ts";
import type { Db } from "#db/client.ts";
import { recordReject, startMessage } from "./internal/message-row.ts";
import { RefusedDelivery } from "./internal/refused.ts";
import { takeDelivery } from "./internal/take-delivery.ts";

export interface FeedContext {
  /** Connected as the feed role. */
  db: Db;
  keys: KeyRing;
  now: () => Date;
}

export interface IncomingMessage {
  facilityId: string;
  channel: "api" | "command";
  clientId: string | undefined;
  bytes: Uint8Array;
  /** An operator's act binds the delivery to this person, whatever it says about who it is. */
  boundTo?: string | undefined;
  /** Files may hold one resource; the API takes Bundles only. */
  allowSingle: boolean;
  /** Where the sender counts its messages: this one's place. Else what the Bundle itself says. */
  sequence?: SequenceNumber | undefined;
  /** An operator has the kept bytes processed anew: what was taken before is tried again too. */
  anew?: boolean;
}

export interface MessageAnswer {
  state: "accepted" | "partly_accepted" | "rejected" | "quarantined";
  /** HTTP status of the API (design §7). */
  status: number;
  messageId: string;
  replay: boolean;
  counts: { accepted: number; unchanged: number; rejected: number; warnings: number };
  reason: string | undefined;
  /** FHIR body of the answer. */
  body: object;
}

/**
 * Takes one delivery of a facility: FHIR R4 Bundle bytes in, the FHIR answer out. What is answered
 * 200 is committed; a replay is answered as the first time and changes nothing; a refused
 * transaction or document leaves nothing but its reject. Who may: a client with scope system/*.cud,
 * or the import command.
 */
export async function receiveMessage(ctx: FeedContext, input: IncomingMessage): Promise<MessageAnswer> {
  const digest = crypto
    .createHash("sha256")
    .update(input.bytes)
    .update(input.boundTo ?? "")
    .digest();
  const read = readBytes(input);
  const sequence = input.sequence ?? ("bundle" in read ? read.bundle.sequence : undefined);
  const message = { id: newId(), digest, receivedAt: ctx.now(), ...input, sequence };
  if (!("bundle" in read)) return recordReject(ctx, message, new RefusedDelivery(read.status, read.issues));
  try {
    return await ctx.db.transaction({ "app.facility": input.facilityId }, async (tx) => {
      const started = await startMessage(tx, message);
      if (started.earlier) {
        if (message.sequence) await noteSequence(tx, input.facilityId, message.receivedAt, message.sequence);
        return started.earlier;
      }
      return takeDelivery(tx, ctx, { ...message, ...started }, read.bundle);
    });
  } catch (error) {
    if (error instanceof RefusedDelivery) return recordReject(ctx, message, error, read.bundle.items);
    throw error;
  }
}

function readBytes(input: IncomingMessage): { bundle: ReadBundle } | { status: number; issues: Issue[] } {
  let body: unknown;
  try {
    body = parseFhirJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(input.bytes));
  } catch (error) {
    return { status: 400, issues: [asIssue(error)] };
  }
  const { bundle, issues } = readBundle(body, { allowSingle: input.allowSingle });
  if (bundle && !issues.some(isError)) return { bundle };
  return { status: issues.some((i) => i.type === "too-costly") ? 413 : 422, issues };
}

function asIssue(error: unknown): Issue {
  if (isDomainError(error))
    return { severity: "fatal", type: "structure", code: error.code, diagnostics: error.message };
  return { severity: "fatal", type: "structure", code: "not-utf8", diagnostics: "The body is not UTF-8 text." };
}
