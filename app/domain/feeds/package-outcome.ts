import type { CasePackage, PackageIssue, TableName } from "#app/adapters/record-store/qd3176/package.ts";

export interface TableOutcome {
  table: TableName;
  /** Rows as sent; accepted and refused make them all, warned are among the accepted. */
  rows: number;
  accepted: number;
  warned: number;
  refused: number;
  issues: PackageIssue[];
}

/** What became of a package, table by table; kept with the message so that a replay is answered alike. */
export interface PackageOutcome {
  case: { MA_LK: string; MA_CSKCB: string; NGAYLAP: string | undefined; edition: CasePackage["edition"] } | undefined;
  kind: "check-in" | "visit" | undefined;
  tables: TableOutcome[];
  /** About the package as a whole. */
  issues: PackageIssue[];
  /** Entries of the book: written, found as they are, withdrawn because this package lacks them. */
  entries: { written: number; unchanged: number; withdrawn: number };
}
