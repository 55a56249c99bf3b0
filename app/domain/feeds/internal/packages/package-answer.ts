import type { MappedPackage } from "#app/adapters/record-store/qd3176/mapping/index.ts";
import {
  type CasePackage,
  type PackageIssue,
  type TableName,
  tableNames,
} from "#app/adapters/record-store/qd3176/package.ts";
import type { PackageOutcome, TableOutcome } from "../../package-outcome.ts";
import { type EntryOutcome, wrote } from "../outcome.ts";

export function packageOutcome(
  pkg: CasePackage,
  mapped: MappedPackage,
  outcomes: EntryOutcome[],
  withdrawn = 0,
): PackageOutcome {
  const issues = [...pkg.issues, ...mapped.issues];
  const written = outcomes.filter(wrote).length;
  return {
    case: caseOf(pkg),
    kind: mapped.kind,
    tables: tableNames.flatMap((table) => {
      const count = pkg.counts[table];
      return count ? [tableOutcome(table, count, issues)] : [];
    }),
    issues: issues.filter((i) => !i.table || !pkg.counts[i.table]),
    entries: { written, unchanged: outcomes.length - written, withdrawn },
  };
}

function tableOutcome(
  table: TableName,
  count: { rows: number; refused: number },
  issues: PackageIssue[],
): TableOutcome {
  const own = issues.filter((i) => i.table === table);
  const refused = new Set(own.flatMap((i) => (i.severity === "error" && i.row ? [i.row] : [])));
  const warned = new Set(own.flatMap((i) => (i.severity === "warning" && i.row && !refused.has(i.row) ? [i.row] : [])));
  return {
    table,
    rows: count.rows,
    accepted: count.rows - count.refused,
    warned: warned.size,
    refused: count.refused,
    issues: own,
  };
}

/** A package that is refused whole, or could not be read at all. */
export const refusedPackage = (issues: readonly PackageIssue[], pkg?: CasePackage): PackageOutcome => ({
  case: pkg && caseOf(pkg),
  kind: undefined,
  tables: [],
  issues: [...issues],
  entries: { written: 0, unchanged: 0, withdrawn: 0 },
});

/** A code of a facility (5 letters and digits) is told back; whatever else stood there may be about a person. */
const caseOf = (pkg: CasePackage): PackageOutcome["case"] => ({
  MA_CSKCB: /^[0-9a-z]{5}$/i.test(pkg.maCskcb) ? pkg.maCskcb : "",
  NGAYLAP: pkg.preparedAt?.toISOString(),
  edition: pkg.edition,
});
