import { fhirInterval } from "#app/shared/dates.ts";
import type { CasePackage, PackageIssue, SourceRow, TableName } from "../package.ts";
import { dateTimeOf } from "../values.ts";
import type { IdOf } from "./mapped.ts";
import { type KeyedRow, keyedRows } from "./natural-key.ts";

/** What every table's mapping needs of the case. */
export interface Context {
  pkg: CasePackage;
  /** The id of something of this case. */
  caseId(kind: string, ...parts: string[]): string;
  id: IdOf;
  rows(table: TableName): KeyedRow[];
  subject: { reference: string };
  encounter: { reference: string };
  /** Says what could not be mapped, unless the reader has said so of the same field. */
  report(row: SourceRow, field: string, issue: Pick<PackageIssue, "code" | "vi" | "en">): void;
  /** The FHIR time of a field, at the precision it was sent with; one that is no real time is reported. */
  time(row: SourceRow, field: string): string | undefined;
  issues: PackageIssue[];
}

export function contextOf(pkg: CasePackage, id: IdOf, subject: string, encounter: string): Context {
  const issues: PackageIssue[] = [];
  const keyed = new Map<TableName, KeyedRow[]>();
  const times = new Map<string, string>();
  const said = new Set(pkg.issues.map((issue) => `${issue.table} ${issue.row} ${issue.field}`));
  const context: Context = {
    pkg,
    id,
    caseId: (kind, ...parts) => id(kind, pkg.maLk, ...parts),
    rows(table) {
      const known = keyed.get(table) ?? keyedRows(pkg.tables[table]);
      keyed.set(table, known);
      return known;
    },
    subject: { reference: `Patient/${subject}` },
    encounter: { reference: `Encounter/${encounter}` },
    issues,
    report(row, field, issue) {
      const place = `${row.table} ${row.number} ${field}`;
      if (said.has(place)) return;
      said.add(place);
      issues.push({ severity: "warning", table: row.table, row: row.number, field, ...issue });
    },
    time(row, field) {
      const text = row.fields[field];
      if (!text) return undefined;
      const time = times.get(text) ?? dateTimeOf(text)?.fhir;
      if (time) times.set(text, time);
      else context.report(row, field, NOT_A_TIME);
      return time;
    },
  };
  return context;
}

const NOT_A_TIME = {
  code: "time-unread",
  vi: "Thời điểm này không đọc được; giá trị được giữ nguyên trong dữ liệu gốc.",
  en: "This time cannot be read; the value is kept as sent.",
};

const ENDS_BEFORE_IT_STARTS = {
  code: "period-reversed",
  vi: "Thời điểm kết thúc đứng trước thời điểm bắt đầu; sổ chỉ dùng thời điểm bắt đầu.",
  en: "The end comes before the start; only the start is used.",
};

/** A FHIR Period (per-1: never ending before it starts); `undefined` when neither end is known. */
export function periodOf(context: Context, row: SourceRow, startField: string, endField: string) {
  const start = context.time(row, startField);
  const end = context.time(row, endField);
  if (start && end && endsBefore(end, start)) {
    context.report(row, endField, ENDS_BEFORE_IT_STARTS);
    return { start };
  }
  return start || end ? { start, end } : undefined;
}

/** A day and a time within it do not contradict. */
export function endsBefore(end: string, start: string): boolean {
  const [to, from] = [fhirInterval(end), fhirInterval(start)];
  return to !== undefined && from !== undefined && to.high <= from.low;
}
