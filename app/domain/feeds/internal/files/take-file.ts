import type { ReadFile } from "#app/adapters/record-store/feed-files/file.ts";
import { readBundle } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { readForm831 } from "#app/adapters/record-store/form-831/read-form.ts";
import { readRegister } from "#app/adapters/record-store/immunization-register/read-register.ts";
import type { Tx } from "#db/client.ts";
import type { FeedContext, IncomingMessage, MessageAnswer } from "../../receive-message.ts";
import type { Message } from "../message-row.ts";
import { RefusedDelivery } from "../refused.ts";
import { takeDelivery } from "../take-delivery.ts";
import { fileNames } from "./file-names.ts";
import { fileOutcome } from "./file-outcome.ts";

/** Formats of files that become a FHIR Bundle of one person on their way in. */
export const fileFormats = ["immunization-csv", "form-831-json"] as const;
export type FileFormat = (typeof fileFormats)[number];

export const isFileFormat = (format: string | undefined): format is FileFormat =>
  fileFormats.some((known) => known === format);

const READERS = { "immunization-csv": readRegister, "form-831-json": readForm831 } as const;

/** Reads one person's part of a file. */
export const readFilePart = (ctx: FeedContext, input: IncomingMessage, format: FileFormat): ReadFile =>
  READERS[format](input.bytes, fileNames(ctx.keys), ctx.now());

const NOT_READ = new Set(["not-utf8", "not-csv", "not-json"]);

/** Why a part is refused whole: 413 where it is too much, 400 where it is no file of its kind, else 422. */
export function refuseFile(read: ReadFile): RefusedDelivery {
  const first = read.issues.find((i) => i.severity === "error");
  const code = first?.code ?? "no-rows";
  const status = code === "file-too-large" || code === "several-persons" ? 413 : NOT_READ.has(code) ? 400 : 422;
  const issue = { severity: "error", type: "invalid", code, diagnostics: first?.en ?? "Nothing to take." } as const;
  return new RefusedDelivery(status, [issue], [], fileOutcome(read, []));
}

/** Takes a part that was read through the way of every Bundle; what is told of it is told by rows. */
export async function takeFile(
  tx: Tx,
  ctx: FeedContext,
  message: Message,
  read: ReadFile & { bundle: object },
): Promise<MessageAnswer> {
  const { bundle } = readBundle(read.bundle, { allowSingle: false });
  if (!bundle) throw refuseFile({ ...read, issues: [] });
  const file = {
    refused: read.refused,
    tell: (outcomes: Parameters<typeof fileOutcome>[1]) => fileOutcome(read, outcomes),
  };
  try {
    return await takeDelivery(tx, ctx, message, bundle, file);
  } catch (error) {
    if (!(error instanceof RefusedDelivery)) throw error;
    throw new RefusedDelivery(error.status, error.issues, error.entries, fileOutcome(read, error.entries));
  }
}
