import type { TransactionSql } from "postgres";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import type { Reported } from "../view.ts";
import type { EntryRow } from "./entry-row.ts";

/** A report about the book that is open, or settled and still to arrive through the feed. */
export interface ReportRow {
  reference: string;
  kind: Reported["kind"];
  section: string;
  entryId: string | null;
  caseId: string | null;
  /** When it was decided that something will be corrected. */
  outcome: "corrected" | "partly" | null;
  decidedAt: Date | null;
}

/** What people have reported; read with the rows, as most have reported nothing. */
export const reportsQuery = (sql: TransactionSql, record: Pick<OpenedRecord, "personIds">) => sql<ReportRow[]>`
  select c.reference, c.kind, c.section, c.entry_id as "entryId", c.case_id as "caseId", i.decided_at as "decidedAt",
    case when i.state in ('corrected', 'partly') then i.state end as outcome
  from corrections c join correction_inbox i on i.reference = c.reference and i.correction_id = c.id
  where c.person_id = any(${record.personIds}::uuid[]) and i.state in ('sent', 'received', 'overdue', 'escalated', 'corrected', 'partly')
  order by c.sent_at desc`;

const view = ({ reference, kind, outcome }: ReportRow): Reported => ({ reference, kind, state: outcome ?? "open" });

/** Each row with the newest report that still says something about it: open ones first, then what is yet to arrive. */
export function withReports(rows: EntryRow[], reports: ReportRow[]): EntryRow[] {
  if (reports.length === 0) return rows;
  const ordered = [...reports.filter((r) => !r.outcome), ...reports.filter((r) => r.outcome)];
  return rows.map((row) => {
    const report = ordered.find((one) => isAbout(one, row));
    return report ? { ...row, reported: view(report) } : row;
  });
}

/** A visit that was not the person's makes everything of it doubtful. What came after the decision is the correction. */
function isAbout({ kind, entryId, caseId, decidedAt, outcome }: ReportRow, row: EntryRow): boolean {
  if (entryId === null || (outcome && decidedAt && row.receivedAt > decidedAt)) return false;
  return entryId === row.id || (kind === "not-mine" && caseId === row.caseId);
}

/** Open reports that something of a section is missing. */
export const missingIn = (section: string, reports: ReportRow[] = []): Reported[] =>
  reports.filter((one) => one.kind === "missing" && one.section === section && !one.outcome && !one.entryId).map(view);
