import crypto from "node:crypto";
import fs from "node:fs/promises";
import { z } from "zod";

/** What is known of a queued document; the bytes follow it in the same file, so that one rename keeps both. */
const header = z.object({
  /** Place in the agent's stream, from 1, without gaps. */
  seq: z.number().int().positive(),
  kind: z.enum(["qd3176", "fhir"]),
  source: z.enum(["folder", "gateway"]),
  /** The hospital's file name, or the name of the gateway call. */
  name: z.string(),
  /** The watched folder it came from. */
  folder: z.string().optional(),
  maLk: z.string().optional(),
  /** Documents of one case are sent one after the other. */
  caseKey: z.string(),
  arrivedAt: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
});

export type QueuedDocument = z.infer<typeof header>;
export type NewDocument = Pick<QueuedDocument, "kind" | "source" | "name" | "folder" | "maLk" | "caseKey">;

export const sha256 = (bytes: Uint8Array): string => crypto.createHash("sha256").update(bytes).digest("hex");

/** The bytes are not those that were queued; they must not be sent. */
export class DamagedDocument extends Error {}

export const documentParts = (document: QueuedDocument, bytes: Uint8Array): (string | Uint8Array)[] => [
  `${JSON.stringify(document)}\n`,
  bytes,
];

const HEADER_BYTES = 16_384;

/** Reads what is known of a document, without its bytes. @throws DamagedDocument */
export async function readHeader(file: string): Promise<QueuedDocument> {
  const handle = await fs.open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return parseHeader(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** Reads the bytes, and proves that they are the ones that were queued. @throws DamagedDocument */
export async function readBytes(file: string): Promise<Buffer> {
  const whole = await fs.readFile(file);
  const { sha256: expected } = parseHeader(whole);
  const bytes = whole.subarray(whole.indexOf(10) + 1);
  if (sha256(bytes) !== expected) throw new DamagedDocument(file);
  return bytes;
}

function parseHeader(start: Buffer): QueuedDocument {
  try {
    return header.parse(JSON.parse(start.subarray(0, start.indexOf(10)).toString("utf8")));
  } catch {
    throw new DamagedDocument("header");
  }
}
