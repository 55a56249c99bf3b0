import type { TransactionSql } from "postgres";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { kindOfCategory, type ResultKind } from "../result-kinds.ts";
import { type Fragment, ofRecord } from "./queries.ts";

const category = (sql: TransactionSql) =>
  sql`coalesce(jsonb_path_query_first(e.resource, '$.category[0].coding[*].code') #>> '{}', '')`;

/** Is `e` a result of that kind? Reads the resource, so it costs a block for each: for a list that is asked for by kind alone. */
export function isOfKind(sql: TransactionSql, kind: ResultKind): Fragment {
  const study = sql`e.resource_type = 'ImagingStudy'`;
  if (kind === "imaging") return sql`(${study} or ${category(sql)} = any(${[...kindOfCategory.imaging]}))`;
  if (kind !== "other") return sql`(not ${study} and ${category(sql)} = any(${[...kindOfCategory[kind]]}))`;
  return sql`(not ${study} and ${category(sql)} <> all(${Object.values(kindOfCategory).flat()}))`;
}

type Record = Pick<OpenedRecord, "personIds">;

/** The ids of all results of the record of one kind. */
export const ofKind = (sql: TransactionSql, record: Record, kind: ResultKind): Fragment =>
  sql`select e.entry_id from entries e where ${ofRecord(sql, record)} and e.current and e.section = 'results' and ${isOfKind(sql, kind)}`;

/** How many there are of a kind. */
export const kindCountQuery = (sql: TransactionSql, record: Record, kind: ResultKind, folded: Fragment) =>
  sql<{ total: number }[]>`select count(*)::int as total from (${ofKind(sql, record, kind)} and not ${folded}) k`;
