import { type BundleItem, type ReadBundle, readBundle } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { type Issue, isError } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { parseFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import type { CasePackage } from "#app/adapters/record-store/qd3176/package.ts";
import { readPackage } from "#app/adapters/record-store/qd3176/read-package.ts";
import { isDomainError } from "#app/shared/errors.ts";
import type { SequenceNumber } from "#app/shared/feed-sequence.ts";
import type { Tx } from "#db/client.ts";
import type { FeedContext, IncomingMessage, MessageAnswer } from "../receive-message.ts";
import { type FileFormat, isFileFormat, readFilePart, refuseFile, takeFile } from "./files/take-file.ts";
import type { Message } from "./message-row.ts";
import { addressIssues, asTransaction } from "./one-entry.ts";
import { refuseOtherSender, refuseUnread } from "./packages/refuse-package.ts";
import { takePackage } from "./packages/take-package.ts";
import { RefusedDelivery } from "./refused.ts";
import { takeDelivery } from "./take-delivery.ts";

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
