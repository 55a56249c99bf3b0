import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { groupLines } from "./group-lines.ts";

/** One delivery cut from a file: bytes as they will be received, and where they stood. */
export interface Delivery {
  where: string;
  bytes: Uint8Array;
  /** Bytes of the file read so far, for the progress bar. */
  readTo: number;
}

/** Larger single files are not read whole; NDJSON is read line by line. */
const MAX_FILE = 64 * 1_048_576;
const LINES = /\.(ndjson|jsonl)$/i;
const FILES = /\.(json|ndjson|jsonl)$/i;

/** The files named, and those in the folders named. @throws naming what is not there. */
export function filesOf(named: string[]): string[] {
  return named.flatMap((at) => {
    const stat = fs.statSync(at, { throwIfNoEntry: false });
    if (!stat) throw new Error(`There is no file ${at}.`);
    if (!stat.isDirectory()) return [at];
    return fs
      .readdirSync(at)
      .filter((name) => FILES.test(name))
      .sort()
      .map((name) => path.join(at, name));
  });
}

/** The deliveries of a file: one for a Bundle or resource, many for NDJSON, streamed. */
export async function* deliveriesOf(file: string): AsyncGenerator<Delivery> {
  const name = path.basename(file);
  const { size } = fs.statSync(file);
  if (LINES.test(file)) {
    yield* lineDeliveries(file, name);
    return;
  }
  if (size > MAX_FILE) throw new Error(`${name} is larger than 64 MB; write it as NDJSON, one resource a line.`);
  yield { where: name, bytes: fs.readFileSync(file), readTo: size };
}

async function* lineDeliveries(file: string, name: string): AsyncGenerator<Delivery> {
  const stream = fs.createReadStream(file);
  const lines = readline.createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  const encoder = new TextEncoder();
  for await (const group of groupLines(lines)) {
    yield {
      where: `${name}, lines ${group.from}–${group.to}`,
      bytes: encoder.encode(group.json),
      readTo: stream.bytesRead,
    };
  }
}
