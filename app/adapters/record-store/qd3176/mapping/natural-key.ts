import type { SourceRow, TableName } from "../package.ts";
import { readableFields } from "./plain-words.ts";

/**
 * What a row is known by when rows are renumbered or reordered: fields that name it in the clinic, in this order,
 * then which of equal ones it is. `STT` is never among them.
 */
const KEYS: Readonly<Record<TableName, readonly string[]>> = {
  XML0: ["MA_DICH_VU", "MA_THUOC", "MA_VAT_TU", "NGAY_YL"],
  XML1: [],
  XML2: ["MA_THUOC|TEN_THUOC", "SO_DANG_KY", "NGAY_YL"],
  XML3: ["MA_DICH_VU", "MA_VAT_TU", "NGAY_YL"],
  XML4: ["MA_DICH_VU", "MA_CHI_SO|TEN_CHI_SO", "NGAY_KQ"],
  XML5: ["THOI_DIEM_DBLS"],
  XML6: [],
  XML7: [],
  XML8: [],
  XML9: ["NGAY_SINH_CON"],
  XML10: ["SO_CT|SO_SERI"],
  XML11: ["SO_CT|SO_SERI"],
  XML13: [],
  XML14: ["SO_GIAYHEN_KL"],
  XML15: ["NGAYBD_DTRI_LAO"],
};

export interface KeyedRow {
  row: SourceRow;
  /** As people read them: `plain-words.ts`. */
  fields: SourceRow["fields"];
  /** Parts that name the row within its case. */
  key: string[];
}

/** The rows with their keys. Equal keys are numbered by the rows' content, so that their order does not count. */
export function keyedRows(rows: readonly SourceRow[] | undefined): KeyedRow[] {
  const groups = new Map<string, { parts: string[]; rows: SourceRow[] }>();
  for (const row of rows ?? []) {
    const parts = KEYS[row.table].map((names) => firstOf(row, names));
    const name = parts.join("\u0000");
    const group = groups.get(name);
    if (group) group.rows.push(row);
    else groups.set(name, { parts, rows: [row] });
  }
  const keys = new Map<SourceRow, string[]>();
  for (const { parts, rows: equal } of groups.values()) {
    for (const [n, row] of inOrderOfContent(equal).entries()) keys.set(row, [row.table, ...parts, String(n + 1)]);
  }
  return (rows ?? []).map((row) => ({ row, fields: readableFields(row.fields), key: keys.get(row) ?? [] }));
}

function firstOf({ fields }: SourceRow, names: string): string {
  if (!names.includes("|")) return fields[names] ?? "";
  for (const name of names.split("|")) if (fields[name]) return fields[name];
  return "";
}

function inOrderOfContent(rows: SourceRow[]): SourceRow[] {
  if (rows.length < 2) return rows;
  const content = new Map(rows.map((row) => [row, contentOf(row)]));
  return [...rows].sort((a, b) => compare(content.get(a) ?? "", content.get(b) ?? ""));
}

const contentOf = ({ fields }: SourceRow): string =>
  Object.keys(fields)
    .filter((name) => name !== "STT")
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join("\u0000");

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
