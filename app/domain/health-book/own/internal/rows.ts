import type { PendingQuery, TransactionSql } from "postgres";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import type { OwnKind, Situation } from "../kinds.ts";
import type { OwnMeasurement } from "../view.ts";

export interface OwnRow {
  personId: string;
  id: string;
  version: number;
  kind: OwnKind;
  measuredAt: Date;
  value: string;
  second: string | null;
  unit: string;
  situation: Situation | null;
  withdrawn: boolean;
  recordedAt: Date;
  byHelper: boolean;
}

type Record = Pick<OpenedRecord, "personIds">;

/** Numbers as text, so that they keep their digits. */
const columns = (sql: TransactionSql) => sql`
  o.person_id as "personId", o.id, o.version, o.kind, o.measured_at as "measuredAt", o.value::text as value, o.second::text as second, o.unit,
  o.situation, o.withdrawn, o.recorded_at as "recordedAt"`;

const byHelper = (sql: TransactionSql, { personIds }: Record) =>
  sql`o.recorded_by <> all(${personIds}::uuid[]) as "byHelper"`;

/** The version that holds of each, the newest measurement first. */
export const latestQuery = (sql: TransactionSql, record: Record, most: number): PendingQuery<OwnRow[]> => sql<OwnRow[]>`
  select ${columns(sql)}, ${byHelper(sql, record)} from (
    select distinct on (l.person_id, l.id) l.* from own_measurements l where l.person_id = any(${record.personIds}::uuid[])
    order by l.person_id, l.id, l.version desc
  ) o order by o.measured_at desc, o.id limit ${most}`;

/** Every version of one, the newest first. */
export const versionsQuery = (sql: TransactionSql, record: Record, id: string): PendingQuery<OwnRow[]> => sql<OwnRow[]>`
  select ${columns(sql)}, ${byHelper(sql, record)} from own_measurements o
  where o.person_id = any(${record.personIds}::uuid[]) and o.id = ${id} order by o.version desc`;

export const ownView = (row: OwnRow): OwnMeasurement => ({
  id: row.id,
  version: row.version,
  kind: row.kind,
  at: row.measuredAt.toISOString(),
  value: row.value,
  second: row.second ?? undefined,
  unit: row.unit,
  situation: row.situation ?? undefined,
  withdrawn: row.withdrawn,
  recordedAt: row.recordedAt.toISOString(),
  byHelper: row.byHelper,
});
