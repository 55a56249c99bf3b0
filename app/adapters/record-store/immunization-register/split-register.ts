import type { FilePart } from "../feed-files/file.ts";
import { keyOfPerson } from "../feed-files/person.ts";
import { readCsv } from "./csv.ts";
import { personOf } from "./person-of.ts";

const encoder = new TextEncoder();

/**
 * The export parted by person, each with its headings and its rows as they were written, in the file's order. What
 * cannot be read stays whole, to be refused as one; rows that name nobody stand together.
 */
export function splitRegister(bytes: Uint8Array): FilePart[] {
  const csv = readCsv(bytes);
  if ("fault" in csv) return [{ bytes, rows: [] }];
  const parts = new Map<string, { raw: string[]; rows: number[] }>();
  for (const row of csv.rows) {
    const key = keyOfPerson(personOf(row)) ?? "";
    const part = parts.get(key) ?? { raw: [], rows: [] };
    parts.set(key, part);
    part.raw.push(row.raw);
    part.rows.push(row.number);
  }
  return [...parts.values()].map(({ raw, rows }) => ({ bytes: encoder.encode(csv.head + raw.join("")), rows }));
}
