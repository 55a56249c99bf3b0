import { parse } from "csv-parse/sync";
import { foldName } from "#app/shared/names.ts";

export const rosterColumns = [
  "number",
  "name",
  "role",
  "facility",
  "degree",
  "licenceNumber",
  "validFrom",
  "validTo",
] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** One row as it is meant: dates as 'YYYY-MM-DD', codes whole; what cannot be read stands in `errors` by its field. */
export interface RosterRow {
  /** Line of the file, from 2. */
  line: number;
  values: Record<RosterColumn, string>;
  /** What the row has a cell for, be it empty; of anything else it says nothing. */
  said: readonly RosterColumn[];
  errors: Partial<Record<RosterColumn, string[]>>;
}

export type ReadRoster = { rows: RosterRow[] } | { unread: "not-text" | "not-csv" | "no-roster-columns" | "no-rows" };

/** Headings as the template has them, as English ones, and as offices write them by hand; folded. */
const HEADINGS: Record<RosterColumn, readonly string[]> = {
  number: ["so dinh danh", "so dinh danh ca nhan", "so cccd", "cccd", "personal number"],
  name: ["ho ten", "ho va ten", "ten", "name", "full name"],
  role: ["vai tro", "role"],
  facility: ["ma co so", "ma cskcb", "ma cskb", "co so", "facility", "facility code"],
  degree: ["chuc danh", "van bang", "van bang chuc danh", "trinh do", "degree", "title"],
  licenceNumber: ["so giay phep", "so giay phep hanh nghe", "so cchn", "gphn", "licence", "licence number"],
  validFrom: ["tu ngay", "hieu luc tu", "valid from", "from"],
  validTo: ["den ngay", "het han", "hieu luc den", "valid to", "to"],
};

/** How people write the roles. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ...["pharmacist", "duoc si", "ds", "duoc sy"].map((word) => [word, "pharmacist"] as const),
  ...["clinician", "bac si", "bs", "bac sy", "dieu duong", "ho sinh", "y si", "doctor", "nurse"].map(
    (word) => [word, "clinician"] as const,
  ),
  ...["clerk", "tiep don", "nhan vien tiep don", "le tan", "receptionist"].map((word) => [word, "clerk"] as const),
  ...["operator", "van hanh", "van hanh vien"].map((word) => [word, "operator"] as const),
  ...["privacy officer", "bao ve du lieu", "can bo bao ve du lieu"].map((word) => [word, "privacy-officer"] as const),
]);

/**
 * A roster in CSV: UTF-8 or Excel's UTF-16, with or without a byte-order mark; `;`, `,` or tabs; the header row names
 * the columns in any order. What Excel does to numbers is found and said, never repaired by guessing.
 */
export function readRoster(bytes: Uint8Array): ReadRoster {
  const text = decoded(bytes);
  if (text === undefined) return { unread: "not-text" };
  const records = recordsOf(text);
  if (!records) return { unread: "not-csv" };
  const [head, ...lines] = records;
  const columns = (head?.cells ?? []).map(columnOf);
  if (!["number", "name", "role"].every((needed) => columns.includes(needed as RosterColumn)))
    return { unread: "no-roster-columns" };
  if (lines.length === 0) return { unread: "no-rows" };
  return { rows: lines.map(({ line, cells }) => rowOf(line, columns, cells)) };
}

function decoded(bytes: Uint8Array): string | undefined {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(utf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function recordsOf(text: string): { line: number; cells: string[] }[] | undefined {
  const head = text.split(/\r?\n/, 1)[0] ?? "";
  const most = [";", ",", "\t"].map((sign) => ({ sign, n: head.split(sign).length })).sort((a, b) => b.n - a.n);
  const options = { delimiter: most[0]?.sign ?? ";", relax_column_count: true, trim: true, info: true } as const;
  try {
    const found = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    // A record ends on its last line; several lines within quotes are rare, and then named by it.
    return found.flatMap(({ record, info }) =>
      record.some((cell) => cell !== "") ? [{ line: info.lines, cells: record }] : [],
    );
  } catch {
    return undefined;
  }
}

function columnOf(heading: string): RosterColumn | undefined {
  const folded = foldName(heading);
  return rosterColumns.find((column) => HEADINGS[column].includes(folded));
}

function rowOf(line: number, columns: (RosterColumn | undefined)[], cells: string[]): RosterRow {
  const values = Object.fromEntries(rosterColumns.map((column) => [column, ""])) as Record<RosterColumn, string>;
  const said = columns.slice(0, cells.length).filter((column) => column !== undefined);
  for (const [at, column] of columns.entries()) if (column) values[column] = unquoted(cells[at] ?? "");
  const errors: RosterRow["errors"] = {};
  for (const column of ["number", "facility", "licenceNumber"] as const) {
    const spoilt = spoiltByExcel(column, values[column]);
    if (spoilt) errors[column] = [spoilt];
  }
  values.role = ROLES.get(foldName(values.role)) ?? values.role;
  for (const column of ["validFrom", "validTo"] as const) {
    const day = dayOf(values[column]);
    if (day === undefined) errors[column] = ["roster-date"];
    else values[column] = day;
  }
  return { line, values, said, errors };
}

/** `="012…"` and `'012…` are how people make Excel keep a nought. */
const unquoted = (cell: string): string => /^="(.*)"$/.exec(cell)?.[1] ?? cell.replace(/^'/, "");

/** What a spreadsheet makes of a code that looks like a number or a date. */
function spoiltByExcel(column: "number" | "facility" | "licenceNumber", value: string): string | undefined {
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(value)) return "excel-scientific";
  const digits = value.replace(/[\s.]/g, "");
  if (column === "number" && /^\d{9,11}$/.test(digits)) return "excel-zeros";
  if (column === "facility" && /^\d{3,4}$/.test(digits)) return "excel-zeros";
  if (column === "licenceNumber" && /^\d{1,2}-[A-Za-z]{3}(?:-\d{2,4})?$/.test(value)) return "excel-date";
  return undefined;
}

/** dd/MM/yyyy as Vietnam writes it, or the ISO form; empty stays empty; `undefined` for anything else. */
function dayOf(text: string): string | undefined {
  if (text === "") return "";
  const [, d, m, y] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = y ? `${y}-${m?.padStart(2, "0")}-${d?.padStart(2, "0")}` : text;
  const real = /^\d{4}-\d{2}-\d{2}$/.test(iso) && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso);
  return real ? iso : undefined;
}
