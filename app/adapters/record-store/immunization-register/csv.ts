import { parse } from "csv-parse/sync";
import { fieldOf, type RegisterField } from "./columns.ts";

/** One row as sent: its fields, and the text it was written as. */
export interface CsvRow {
  /** From 1, without the headings. */
  number: number;
  fields: Partial<Record<RegisterField, string>>;
  raw: string;
}

export interface Csv {
  columns: (RegisterField | undefined)[];
  /** Some column is none that is known, and not the running number. */
  hasOthers: boolean;
  /** The line of headings as it was written. */
  head: string;
  rows: CsvRow[];
}

const MOST_BYTES = 64 * 1_048_576;
/** Lines of title that a report prints above its headings, and a spreadsheet's "sep=;". */
const MOST_TITLES = 10;
const RUNNING = /^(?:s?tt|no\.?|#)$/i;
const SEPARATORS = [";", ",", "\t"] as const;

export type CsvFault = "not-utf8" | "file-too-large" | "not-csv" | "no-rows" | "no-columns";

/** The rows of an export: UTF-8 with or without its mark, parted by semicolons, commas or tabs, headed in any order. */
export function readCsv(bytes: Uint8Array): Csv | { fault: CsvFault } {
  if (bytes.byteLength > MOST_BYTES) return { fault: "file-too-large" };
  const text = decoded(bytes);
  if (text === undefined) return { fault: "not-utf8" };
  const records = recordsOf(text);
  if (!records) return { fault: "not-csv" };
  const at = records.slice(0, MOST_TITLES + 1).findIndex(({ record }) => isRegister(record.map(fieldOf)));
  const head = records[at];
  if (!head) return { fault: records.length > 0 ? "no-columns" : "no-rows" };
  const columns = head.record.map(fieldOf);
  const rows = records.slice(at + 1).map(({ record, raw }, at) => ({
    number: at + 1,
    fields: fieldsOf(columns, record),
    raw: ended(raw),
  }));
  const hasOthers = head.record.some(
    (header, at) => header.trim() !== "" && !columns[at] && !RUNNING.test(header.trim()),
  );
  return rows.length > 0 ? { columns, hasOthers, head: ended(head.raw), rows } : { fault: "no-rows" };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function recordsOf(text: string): { record: string[]; raw: string }[] | undefined {
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      raw: true,
    }) as unknown as { record: string[]; raw: string }[];
  } catch {
    return undefined;
  }
}

/** The sign that parts the most headings we know, wherever they stand; texts with commas stand in titles and rows. */
function separatorOf(text: string): string {
  const lines = text.trimStart().split(/\r?\n/, MOST_TITLES + 1);
  const known = (sign: string) => Math.max(...lines.map((line) => headings(line, sign)));
  const counts = SEPARATORS.map((sign) => [sign, known(sign), lines[0]?.split(sign).length ?? 0] as const);
  return counts.sort((a, b) => b[1] - a[1] || b[2] - a[2])[0]?.[0] ?? ",";
}

const headings = (line: string, sign: string): number =>
  line
    .slice(0, 4_000)
    .split(sign)
    .filter((part) => fieldOf(part.replace(/^"|"$/g, ""))).length;

const isRegister = (columns: (RegisterField | undefined)[]): boolean => {
  const has = (...fields: RegisterField[]) => fields.some((field) => columns.includes(field));
  return (
    has("vac_xin", "khang_nguyen", "ma_vac_xin") && has("ngay_tiem") && has("ho_ten", "so_dinh_danh", "ma_doi_tuong")
  );
};

function fieldsOf(columns: (RegisterField | undefined)[], record: string[]): CsvRow["fields"] {
  const fields: CsvRow["fields"] = {};
  for (const [at, field] of columns.entries()) {
    // A formula that keeps a spreadsheet from dropping zeros: ="001…" or '001…
    const value = record[at]
      ?.trim()
      .replace(/^="?([^"]*)"?$|^'/, "$1")
      .normalize("NFC")
      .trim();
    if (field && value && fields[field] === undefined) fields[field] = value;
  }
  return fields;
}

const ended = (raw: string): string => (raw.endsWith("\n") ? raw : `${raw}\n`);
