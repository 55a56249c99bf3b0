import type { FileIssue, ReadFile } from "#app/adapters/record-store/feed-files/file.ts";
import { fileIssue } from "#app/adapters/record-store/feed-files/file-issues.ts";
import type { PackageOutcome } from "../../package-outcome.ts";
import { type EntryOutcome, taken, wrote } from "../outcome.ts";

/** What became of one person's part of a file, row by row, in the form of a package's answer. */
export function fileOutcome(read: ReadFile, outcomes: readonly EntryOutcome[]): PackageOutcome {
  const issues = [...read.issues, ...outcomes.flatMap((outcome) => notKept(read, outcome))];
  const rowsWith = (severity: FileIssue["severity"]) =>
    new Set(issues.flatMap((i) => (i.severity === severity && i.row ? [i.row] : [])));
  const refused = rowsWith("error");
  const all = read.bundle ? refused.size : read.rows;
  const warned = [...rowsWith("warning")].filter((row) => !refused.has(row)).length;
  const written = outcomes.filter(wrote).length;
  return {
    case: undefined,
    kind: undefined,
    tables: [{ table: read.table, rows: read.rows, accepted: read.rows - all, warned, refused: all, issues }],
    issues: [],
    entries: { written, unchanged: outcomes.filter(taken).length - written, withdrawn: 0 },
  };
}

/** What we made of a row and could not keep; rare, and then the row is to blame as far as the sender can tell. */
function notKept(read: ReadFile, outcome: EntryOutcome): FileIssue[] {
  if (taken(outcome)) return [];
  const row = read.rowOf[outcome.index];
  return [fileIssue(read.table, "error", "entry-refused", row === undefined ? {} : { row })];
}
