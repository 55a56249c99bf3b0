import fs from "node:fs";
import path from "node:path";
import { splitCases } from "#app/adapters/record-store/qd3176/split-cases.ts";
import { isDirectoryType } from "#app/domain/feeds/directory-types.ts";
import { groupLines } from "#app/domain/feeds/group-lines.ts";
import { linesOf } from "#app/domain/feeds/lines-of.ts";
import { partsOfFile } from "#app/domain/feeds/receive-file.ts";
import type { IncomingMessage } from "#app/domain/feeds/receive-message.ts";

/** One delivery cut from a file: bytes as they will be received, and where they stood. */
export interface Delivery {
  where: string;
  bytes: Uint8Array;
  /** Where each entry stood, when the delivery was put together from lines. */
  places: string[];
  format: NonNullable<IncomingMessage["format"]>;
  /** Staff, places and medicines alone. */
  directory?: boolean;
  /** Rows of the file it was cut from, where its own are counted anew. */
  rows?: number[];
  /** Bytes of the file read so far, for the progress bar. */
  readTo: number;
}

/** Larger single files are not read whole; NDJSON is read line by line. */
const MAX_FILE = 64 * 1_048_576;
const LINES = /\.(ndjson|jsonl)$/i;
const XML = /\.xml$/i;
const CSV = /\.csv$/i;
const FORM_831 = /\.831\.json$/i;
const FILES = /\.(json|ndjson|jsonl|xml|csv)$/i;

/**
 * The files named, and those in the folders named: of a bulk export first staff and places, then the
 * Patients, for everything else refers to them. @throws naming what is not there.
 */
export function filesOf(named: string[]): string[] {
  const files = named.flatMap((at) => {
    const stat = fs.statSync(at, { throwIfNoEntry: false });
    if (!stat) throw new Error(`There is no file ${at}.`);
    if (!stat.isDirectory()) return [at];
    return fs
      .readdirSync(at)
      .filter((name) => FILES.test(name))
      .sort()
      .map((name) => path.join(at, name));
  });
  return files.sort((a, b) => rank(a) - rank(b));
}

function rank(file: string): number {
  const type = LINES.test(file) ? /(?<![A-Za-z])[A-Z][A-Za-z]+/.exec(path.basename(file))?.[0] : undefined;
  if (type === "Patient") return 1;
  return type && isDirectoryType(type) ? 0 : 2;
}

/** The deliveries of a file: one for a Bundle or resource, many for NDJSON, streamed. */
export async function* deliveriesOf(file: string): AsyncGenerator<Delivery> {
  const name = path.basename(file);
  const { size } = fs.statSync(file);
  if (LINES.test(file)) {
    const stream = fs.createReadStream(file);
    for await (const group of groupLines(
      name,
      linesOf(stream, MAX_FILE, () => new Error(`${name} has a line of more than 64 MB.`)),
    ))
      yield { ...group, format: "fhir-r4-json", readTo: stream.bytesRead };
    return;
  }
  const parted = CSV.test(file) ? "immunization-csv" : FORM_831.test(file) ? "form-831-json" : undefined;
  if (size > MAX_FILE) throw new Error(`${name} is larger than 64 MB; write it as NDJSON, one resource a line.`);
  if (parted) {
    const parts = partsOfFile(fs.readFileSync(file), parted);
    for (const [i, { bytes, rows }] of parts.entries()) {
      const where = parts.length > 1 ? `${name} (${i + 1})` : name;
      yield { where, bytes, rows, places: [], format: parted, readTo: (size * (i + 1)) / parts.length };
    }
    return;
  }
  if (XML.test(file)) {
    const cases = splitCases(fs.readFileSync(file));
    for (const [i, bytes] of cases.entries())
      yield {
        where: cases.length > 1 ? `${name} (${i + 1})` : name,
        bytes,
        places: [],
        format: "qd3176-xml",
        readTo: size,
      };
    return;
  }
  yield { where: name, bytes: fs.readFileSync(file), places: [], format: "fhir-r4-json", readTo: size };
}
