import type { SourceTable } from "./case-tables.ts";
import { findRecords } from "./find-records.ts";
import type { IssueList } from "./issue-list.ts";
import { limits } from "./limits.ts";
import type { TableName } from "./package.ts";
import { type ReadRow, readRow } from "./read-row.ts";
import { tables } from "./tables/index.ts";

export type RowsByTable = Map<TableName, ReadRow[]>;

/** All records of a case as rows, numbered from 1 within their table. */
export function readRows(sources: readonly SourceTable[], issues: IssueList): RowsByTable {
  const byTable: RowsByTable = new Map();
  let count = 0;
  for (const { table, root } of sources) {
    const rows = byTable.get(table) ?? [];
    if (byTable.has(table)) issues.add("warning", "repeated-table", { table });
    const records = findRecords(root, tables[table]);
    count += records.length;
    if (count > limits.rowsPerCase) issues.refuse("too-many-rows", { table });
    for (const record of records) rows.push(readRow(record, table, rows.length + 1));
    byTable.set(table, rows);
  }
  return byTable;
}
