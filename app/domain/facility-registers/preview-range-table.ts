import crypto from "node:crypto";
import { type RangeRow, readRangeTable } from "#app/adapters/record-store/range-table/read-table.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import type { TablePreview } from "./view.ts";

/** SHA-256 of a table's file, with line feeds for line ends. */
export const checksumOf = (csv: string): Buffer => crypto.createHash("sha256").update(csv).digest();

/** A table before it is kept: its lines, and the faults of each. Pure; nothing is stored. */
export function previewRangeTable(csv: string): { rows: RangeRow[]; preview: TablePreview } | { errors: FormErrors } {
  const read = readRangeTable(csv);
  if ("unread" in read) return { errors: { csv: [read.unread] } };
  const preview = { lines: read.rows.length, faults: read.faults, checksum: checksumOf(csv).toString("hex") };
  return { rows: read.rows, preview };
}
