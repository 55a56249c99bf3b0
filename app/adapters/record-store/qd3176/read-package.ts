import { caseTables, type SourceTable } from "./case-tables.ts";
import { checkRow } from "./checks/check-row.ts";
import { checkTotals } from "./checks/check-totals.ts";
import { identify, leadingRow } from "./checks/identify.ts";
import { rowFault } from "./checks/row-faults.ts";
import { editionOf } from "./edition.ts";
import { type Envelope, readEnvelope } from "./envelope.ts";
import { IssueList, PackageRefused } from "./issue-list.ts";
import { limits } from "./limits.ts";
import type { CasePackage, PackageIssue, SourceRow, TableName } from "./package.ts";
import { type RowsByTable, readRows } from "./read-rows.ts";
import { canBeCut } from "./split-cases.ts";
import { dateOf, dateTimeOf } from "./values.ts";
import { decodeUtf8 } from "./xml/decode.ts";

export interface ReadOptions {
  /** How many cases the message had before `splitCases`, for `SOLUONGHOSO`; without it a larger number is not questioned. */
  casesSent?: number;
}

/**
 * Reads one case of QĐ 130 / 4750 / 3176 / 1931 from the bytes of its envelope. Without a package the errors among the
 * issues say why it was refused; with one, they are about rows that were. Never throws on any input.
 */
export function readPackage(
  bytes: Uint8Array,
  { casesSent }: ReadOptions = {},
): { package?: CasePackage; issues: PackageIssue[] } {
  const issues = new IssueList();
  try {
    if (bytes.length > limits.messageBytes) issues.refuse("message-too-large");
    const text = issues.reading({}, () => decodeUtf8(bytes));
    const envelope = readEnvelope(text, issues);
    const read = packageOf(envelope, readRows(sourcesOf(envelope, issues), issues), issues);
    checkCount(envelope, casesSent, issues);
    const list = issues.list();
    return { package: { ...read, issues: list }, issues: list };
  } catch (error) {
    if (error instanceof PackageRefused) return { issues: issues.list() };
    throw error;
  }
}

function sourcesOf(envelope: Envelope, issues: IssueList): SourceTable[] {
  if (envelope.checkIn) return [{ table: "XML0", root: envelope.checkIn }];
  const [only, ...others] = envelope.cases;
  if (others.length > 0) issues.refuse(canBeCut(envelope) ? "several-cases" : "frame-too-large");
  return only ? caseTables(only, issues) : issues.refuse("no-case");
}

function packageOf(envelope: Envelope, rows: RowsByTable, issues: IssueList): Omit<CasePackage, "issues"> {
  const leading = leadingRow(rows, issues);
  const ids = identify(leading, envelope.unit, rows, issues);
  const taken = takeRows(rows, ids, issues);
  checkTotals(taken, issues);
  const prepared = dateTimeOf(envelope.preparedOn);
  if (prepared) checkOrder(leading, prepared.fhir.slice(0, 10), issues);
  if (envelope.preparedOn !== "" && !prepared) issues.add("warning", "prepared-at", { field: "NGAYLAP" });
  const { NGAY_RA = "", NGAY_VAO = "" } = leading.fields;
  const day = prepared?.fhir.slice(0, 10) ?? dateOf(NGAY_RA) ?? dateOf(NGAY_VAO);
  return { ...ids, preparedAt: prepared?.at, signature: envelope.signature, edition: editionOf(day, rows), ...taken };
}

/** Nobody came or left after the day the package was made. */
function checkOrder({ table, number: row, fields }: SourceRow, day: string, issues: IssueList): void {
  for (const field of ["NGAY_VAO", "NGAY_RA"])
    if ((dateOf(fields[field] ?? "") ?? "") > day) issues.add("warning", "after-prepared", { table, row, field });
}

function takeRows(rows: RowsByTable, { maLk, maCskcb }: { maLk: string; maCskcb: string }, issues: IssueList) {
  const tables: Partial<Record<TableName, SourceRow[]>> = {};
  const counts: Partial<Record<TableName, { rows: number; refused: number }>> = {};
  for (const [table, all] of rows) {
    const taken: SourceRow[] = [];
    for (const row of all) {
      const fault = rowFault(row, maLk, maCskcb);
      if (fault) issues.add("error", fault.code, { table, row: row.number, field: fault.field });
      else {
        checkRow(row, issues);
        taken.push(row);
      }
    }
    tables[table] = taken;
    counts[table] = { rows: all.length, refused: all.length - taken.length };
  }
  return { tables, counts };
}

function checkCount({ declaredCases }: Envelope, casesSent: number | undefined, issues: IssueList): void {
  if (declaredCases === "") return;
  const declared = /^\d{1,6}$/.test(declaredCases) ? Number(declaredCases) : 0;
  const matches = casesSent === undefined ? declared >= 1 : declared === casesSent;
  if (!matches) issues.add("warning", "case-count", { field: "SOLUONGHOSO" });
}
