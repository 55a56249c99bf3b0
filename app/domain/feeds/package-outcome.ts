import type { FileIssue, FileTable } from "#app/adapters/record-store/feed-files/file.ts";
import type { CasePackage, PackageIssue, TableName } from "#app/adapters/record-store/qd3176/package.ts";

export interface TableOutcome {
  table: TableName | FileTable;
  /** Rows as sent; accepted and refused make them all, warned are among the accepted. */
  rows: number;
  accepted: number;
  warned: number;
  refused: number;
  issues: (PackageIssue | FileIssue)[];
}

/** What became of a package, or of a file that is told like one, table by table; kept with the message so that a replay is answered alike. */
export interface PackageOutcome {
  case: { MA_LK?: string; MA_CSKCB: string; NGAYLAP: string | undefined; edition: CasePackage["edition"] } | undefined;
  kind: "check-in" | "visit" | undefined;
  tables: TableOutcome[];
  /** About the package as a whole. */
  issues: (PackageIssue | FileIssue)[];
  /** Entries of the book: written, found as they are, withdrawn because this package lacks them. */
  entries: { written: number; unchanged: number; withdrawn: number };
}
