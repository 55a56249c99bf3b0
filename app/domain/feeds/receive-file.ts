import type { FilePart } from "#app/adapters/record-store/feed-files/file.ts";
import { splitForms } from "#app/adapters/record-store/form-831/split-forms.ts";
import { splitRegister } from "#app/adapters/record-store/immunization-register/split-register.ts";
import { type FileFormat, isFileFormat } from "./internal/files/take-file.ts";
import type { PackageOutcome } from "./package-outcome.ts";
import { type FeedContext, type IncomingMessage, type MessageAnswer, receiveMessage } from "./receive-message.ts";
import { receivePackages, together } from "./receive-packages.ts";

/** One call answers within the time a client waits; the command takes files of any length. */
const MOST_PERSONS = 500;

const SPLITTERS = { "immunization-csv": splitRegister, "form-831-json": splitForms } as const;

/** A file parted by person, as each part will be received. */
export const partsOfFile = (bytes: Uint8Array, format: FileFormat): FilePart[] => SPLITTERS[format](bytes);

/**
 * Takes what a facility sends in any form. Files about several people are parted, each part a delivery of its own: its
 * own transaction, bytes and answer. More persons than one call may hold are refused whole.
 */
export async function receiveFile(ctx: FeedContext, input: IncomingMessage): Promise<MessageAnswer> {
  if (!isFileFormat(input.format))
    return input.format === "qd3176-xml" ? receivePackages(ctx, input) : receiveMessage(ctx, input);
  const parts = partsOfFile(input.bytes, input.format);
  const [only] = parts;
  if (!only || parts.length === 1 || parts.length > MOST_PERSONS) return receiveMessage(ctx, input);
  const answers: MessageAnswer[] = [];
  for (const { bytes, rows } of parts) answers.push(inWhole(await receiveMessage(ctx, { ...input, bytes }), rows));
  return together(answers);
}

/** The answer to a part, with rows counted in the whole file. */
export function inWhole(answer: MessageAnswer, rows: number[]): MessageAnswer {
  const body = answer.body as Partial<PackageOutcome>;
  if (!body.tables || rows.length === 0) return answer;
  const tables = body.tables.map((table) => ({
    ...table,
    issues: table.issues.map((issue) => (issue.row ? { ...issue, row: rows[issue.row - 1] ?? issue.row } : issue)),
  }));
  return { ...answer, body: { ...body, tables } };
}
