import crypto from "node:crypto";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { type BundleItem, type ReadBundle, readBundle } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { type Issue, isError } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { parseFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import type { CasePackage } from "#app/adapters/record-store/qd3176/package.ts";
import { readPackage } from "#app/adapters/record-store/qd3176/read-package.ts";
import { noteSequence } from "#app/domain/feed-status/note-sequence.ts";
import { isDomainError } from "#app/shared/errors.ts";
import type { SequenceNumber } from "#app/shared/feed-sequence.ts";
import { newId } from "#app/shared/ids.ts";
import type { Db, Tx } from "#db/client.ts";
import { type FileFormat, isFileFormat, readFilePart, refuseFile, takeFile } from "./internal/files/take-file.ts";
import { type Message, recordReject, startMessage } from "./internal/message-row.ts";
import { addressIssues, asTransaction, singleAnswer } from "./internal/one-entry.ts";
import { refuseOtherSender, refuseUnread } from "./internal/packages/refuse-package.ts";
import { takePackage } from "./internal/packages/take-package.ts";
import { RefusedDelivery } from "./internal/refused.ts";
import { takeDelivery } from "./internal/take-delivery.ts";

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

/** Bytes that were read: how they are taken, or why they are not; `bytes` are what is kept, where that is not what was sent. */
export type ReadDelivery = { sequence?: SequenceNumber | undefined; bytes?: Uint8Array | undefined } & (
  | {
      take: (tx: Tx, message: Message) => Promise<MessageAnswer>;
      items: readonly BundleItem[];
      /** What only the bytes may say, put into the answer. */
      told?: (answer: MessageAnswer) => MessageAnswer;
    }
  | { refused: RefusedDelivery }
);

/** The delivery in its bytes, in whichever form they are. */
export function readDelivery(ctx: FeedContext, input: IncomingMessage): ReadDelivery {
  if (isFileFormat(input.format)) return fileTaker(ctx, input, input.format);
  return input.format === "qd3176-xml" ? packageTaker(ctx, input) : bundleTaker(ctx, input);
}

function fileTaker(ctx: FeedContext, input: IncomingMessage, format: FileFormat): ReadDelivery {
  const { bundle, ...read } = readFilePart(ctx, input, format);
  if (!bundle) return { refused: refuseFile(read) };
  return { take: (tx, message) => takeFile(tx, ctx, message, { ...read, bundle }), items: [] };
}

function bundleTaker(ctx: FeedContext, input: IncomingMessage): ReadDelivery {
  const read = readBytes(input);
  const { bytes } = read;
  if (!("bundle" in read)) return { bytes, refused: new RefusedDelivery(read.status, read.issues) };
  const { bundle } = read;
  const take = (tx: Tx, message: Message) => takeDelivery(tx, ctx, message, bundle);
  return { bytes, sequence: bundle.sequence, take, items: bundle.items };
}

function packageTaker(ctx: FeedContext, input: IncomingMessage): ReadDelivery {
  const { package: read, issues } = readPackage(input.bytes);
  if (!read) return { refused: refuseUnread(issues) };
  const take = async (tx: Tx, message: Message) => {
    await refuseOtherSender(tx, message, read);
    return takePackage(tx, ctx, message, read);
  };
  return { take, items: [], told: (answer) => withCase(answer, read) };
}

type ReadBytes = { bytes?: Uint8Array } & ({ bundle: ReadBundle } | { status: number; issues: Issue[] });

function readBytes(input: IncomingMessage): ReadBytes {
  const { interaction } = input;
  let body: unknown;
  let text = "";
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(input.bytes);
    if (interaction?.method !== "DELETE") body = parseFhirJson(text);
  } catch (error) {
    return { status: 400, issues: [asIssue(error)] };
  }
  if (interaction) {
    const resource = interaction.method === "DELETE" ? undefined : { text, json: body };
    const issues = resource ? addressIssues(body, interaction) : [];
    if (issues.length > 0) return { status: 400, issues };
    const one = asTransaction(interaction, resource);
    const { bundle, issues: amiss } = readBundle(one.body, { allowSingle: false });
    return bundle && !amiss.some(isError)
      ? { bundle, bytes: one.bytes }
      : { status: 422, issues: amiss, bytes: one.bytes };
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

/** The case by its own number: some hospitals build `MA_LK` from people's numbers, so it is kept nowhere in clear. */
function withCase(answer: MessageAnswer, { maLk }: CasePackage): MessageAnswer {
  const said = (answer.body as { case?: object }).case;
  return said ? { ...answer, body: { ...answer.body, case: { MA_LK: maLk, ...said } } } : answer;
}
