import { parse } from "csv-parse/sync";
import { foldName } from "#app/shared/names.ts";
import { decimalOf } from "../qd3176/values.ts";

/** One line of a laboratory's table: ages `[from, to)` in days, bounds exactly as written. */
export interface RangeRow {
  line: number;
  code: string;
  unit: string;
  sex: "male" | "female" | "any";
  ageFromDays: number;
  ageToDays: number | undefined;
  low: string | undefined;
  high: string | undefined;
  words: string | undefined;
}

export const rangeFaults = ["code", "unit", "sex", "age", "bounds", "nothing", "overlap"] as const;
export interface RangeFault {
  line: number;
  fault: (typeof rangeFaults)[number];
}

export type ReadTable =
  | { rows: RangeRow[]; faults: RangeFault[] }
  | { unread: "not-csv" | "no-columns" | "no-rows" | "too-many-rows" };

const MOST_ROWS = 2_000;
const COLUMNS = ["ma_chi_so", "don_vi", "gioi", "tuoi_tu", "tuoi_den", "thap", "cao", "loi"] as const;
type Column = (typeof COLUMNS)[number];
const SEXES: ReadonlyMap<string, RangeRow["sex"]> = new Map([
  ["chung", "any"],
  ["nam nu", "any"],
  ["ca hai", "any"],
  ["nam", "male"],
  ["nu", "female"],
]);

/**
 * A table of reference ranges in CSV: MA_CHI_SO, DON_VI, GIOI (Nam, Nữ, chung), TUOI_TU and TUOI_DEN in days (the end
 * excluded; empty is open), THAP, CAO, LOI (words). Lines that cannot be taken, or that two ages fit, are named.
 */
export function readRangeTable(text: string): ReadTable {
  const records = recordsOf(text);
  if (!records) return { unread: "not-csv" };
  const [head = [], ...lines] = records;
  const columns = head.map((header) => COLUMNS.find((name) => name === foldName(header).replaceAll(" ", "_")));
  if (!columns.includes("ma_chi_so") || !columns.includes("don_vi")) return { unread: "no-columns" };
  if (lines.length === 0) return { unread: "no-rows" };
  if (lines.length > MOST_ROWS) return { unread: "too-many-rows" };
  const faults: RangeFault[] = [];
  const rows = lines.flatMap((cells, at) => rowOf(columns, cells, at + 1, faults));
  return { rows, faults: [...faults, ...overlaps(rows)].sort((a, b) => a.line - b.line) };
}

function recordsOf(text: string): string[][] | undefined {
  const head = text.split("\n", 1)[0] ?? "";
  const delimiter = head.split(";").length >= head.split(",").length ? ";" : ",";
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch {
    return undefined;
  }
}

function rowOf(columns: (Column | undefined)[], cells: string[], line: number, faults: RangeFault[]): RangeRow[] {
  const cell = (name: Column) => (cells[columns.indexOf(name)] ?? "").normalize("NFC").trim();
  const before = faults.length;
  const wrong = (fault: RangeFault["fault"]): undefined => {
    faults.push({ line, fault });
  };
  const code = cell("ma_chi_so");
  if (!/^[0-9A-Za-z._-]{1,50}$/.test(code)) wrong("code");
  const unit = cell("don_vi");
  if (unit === "" || unit.length > 50) wrong("unit");
  const said = cell("gioi");
  const sex = (said === "" ? "any" : SEXES.get(foldName(said))) ?? wrong("sex");
  const [from, to] = [cell("tuoi_tu") || "0", cell("tuoi_den")];
  const days = /^\d{1,5}$/;
  if (!days.test(from) || (to !== "" && (!days.test(to) || Number(to) <= Number(from)))) wrong("age");
  const bound = (name: "thap" | "cao") =>
    cell(name) === "" ? undefined : (plain(decimalOf(cell(name))) ?? wrong("bounds"));
  const [low, high, words] = [bound("thap"), bound("cao"), cell("loi").slice(0, 200) || undefined];
  if (low !== undefined && high !== undefined && Number(low) > Number(high)) wrong("bounds");
  if (cell("thap") === "" && cell("cao") === "" && words === undefined) wrong("nothing");
  if (faults.length > before || !sex) return [];
  return [
    {
      line,
      code,
      unit,
      sex,
      ageFromDays: Number(from),
      ageToDays: to === "" ? undefined : Number(to),
      low,
      high,
      words,
    },
  ];
}

const plain = (digits: string | undefined) => (digits && /^-?\d{1,20}(\.\d{1,20})?$/.test(digits) ? digits : undefined);

/** Two lines that fit the same person would each be ignored: better said now. */
function overlaps(rows: RangeRow[]): RangeFault[] {
  const byTest = new Map<string, RangeRow[]>();
  const faults: RangeFault[] = [];
  for (const row of rows) {
    const name = `${row.code}\u0000${row.unit}`;
    const others = byTest.get(name) ?? [];
    byTest.set(name, [...others, row]);
    if (others.some((other) => meet(row, other))) faults.push({ line: row.line, fault: "overlap" });
  }
  return faults;
}

const meet = (a: RangeRow, b: RangeRow): boolean =>
  (a.sex === b.sex || a.sex === "any" || b.sex === "any") &&
  a.ageFromDays < (b.ageToDays ?? Number.POSITIVE_INFINITY) &&
  b.ageFromDays < (a.ageToDays ?? Number.POSITIVE_INFINITY);
