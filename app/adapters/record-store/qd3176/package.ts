/**
 * A delivery of Decision 130 → 4750 → 3176 → 1931/QĐ-BYT once it is read: one case (`MA_LK`) of one
 * facility, its tables and rows with the standard's own field names, before anything is said in FHIR.
 */
export const tableNames = [
  "XML0",
  "XML1",
  "XML2",
  "XML3",
  "XML4",
  "XML5",
  "XML6",
  "XML7",
  "XML8",
  "XML9",
  "XML10",
  "XML11",
  "XML13",
  "XML14",
  "XML15",
] as const;
export type TableName = (typeof tableNames)[number];

/** One record of a table: its non-empty fields as sent, trimmed and NFC; `number` counts from 1 within the table. */
export interface SourceRow {
  table: TableName;
  number: number;
  fields: Readonly<Record<string, string>>;
}

/** Something to say about a package: where, and why, in both languages. Texts hold no values. */
export interface PackageIssue {
  severity: "error" | "warning" | "information";
  code: string;
  table?: TableName | undefined;
  row?: number | undefined;
  field?: string | undefined;
  vi: string;
  en: string;
}

export interface CasePackage {
  /** `MA_LK`, the case's number at its facility; joins the tables. */
  maLk: string;
  /** `MA_CSKCB`: who sends it (5-character insurance code). */
  maCskcb: string;
  /** `NGAYLAP` as an instant: local midnight (UTC+7) of the day the package was made, or its full time. */
  preparedAt: Date | undefined;
  /** Whether the unit's signature (`CHUKYDONVI`) came with it; it is not checked. */
  signature?: "sent" | "none" | undefined;
  /** The decision whose form it has, as far as it can be told. */
  edition: "130" | "4750" | "3176" | "1931";
  /** Rows that can be taken, by table; a refused row is not among them. */
  tables: Readonly<Partial<Record<TableName, readonly SourceRow[]>>>;
  /** Rows in all and rows refused, by table, as sent. */
  counts: Readonly<Partial<Record<TableName, { rows: number; refused: number }>>>;
  issues: readonly PackageIssue[];
}
