import type { IssueList } from "../issue-list.ts";
import type { CasePackage, SourceRow } from "../package.ts";
import { millionthsOf, within } from "./decimal.ts";

/** XML1's total and the field of XML2 and XML3 it sums. `T_THUOC` and `T_VTYT` have no public formula. */
const TOTALS: readonly (readonly [total: string, of: string])[] = [
  ["T_TONGCHI_BV", "THANH_TIEN_BV"],
  ["T_TONGCHI_BH", "THANH_TIEN_BH"],
  ["T_BNTT", "T_BNTT"],
  ["T_BNCCT", "T_BNCCT"],
  ["T_BHTT", "T_BHTT"],
  ["T_NGUONKHAC", "T_NGUONKHAC"],
];

/** Warns of totals that are not the sums of the rows; without rows, or with refused ones, nothing can be said. */
export function checkTotals({ tables, counts }: Pick<CasePackage, "tables" | "counts">, issues: IssueList): void {
  const rows = [...(tables.XML2 ?? []), ...(tables.XML3 ?? [])];
  const summary = tables.XML1?.[0];
  if (!summary || rows.length === 0 || counts.XML2?.refused || counts.XML3?.refused) return;
  for (const [total, of] of TOTALS) {
    const [said, sum] = [millionthsOf(summary.fields[total]), sumOf(rows, of)];
    if (said !== undefined && sum !== undefined && !within(said, sum, rows.length))
      issues.add("warning", "money-total", { table: "XML1", row: 1, field: total });
  }
}

function sumOf(rows: readonly SourceRow[], field: string): bigint | undefined {
  let sum = 0n;
  for (const { fields } of rows) {
    const amount = millionthsOf(fields[field]);
    if (amount === undefined && fields[field] !== undefined) return undefined;
    sum += amount ?? 0n;
  }
  return sum;
}
