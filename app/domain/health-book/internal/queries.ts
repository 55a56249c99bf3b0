import type { PendingQuery, Row, TransactionSql } from "postgres";
import type { DataType } from "#app/domain/access/data-types.ts";
import { type EntryRow, entryColumns } from "./entry-row.ts";
import type { PersonRow } from "./open-book.ts";

type Fragment = PendingQuery<Row[]>;

/** Statements that several pages of the book share. All run under an opened record. */

export const personQuery = (sql: TransactionSql, personId: string) => sql<PersonRow[]>`
  select demographics, birth_low as low, birth_high as high, sex from persons where id = ${personId}`;

/** What surrounds a section's rows: names of facilities, the visit it belongs to, what a medicine is. */
const joins = (sql: TransactionSql) => sql`
  left join facility_names f on f.facility_id = e.facility_id and f.valid_to is null
  left join directory_entries m on m.facility_id = e.facility_id and m.resource_type = 'Medication' and m.current and e.section = 'medicines'
    and m.source_id = split_part(e.resource #>> '{medicationReference,reference}', '/', 2)`;

const hiddenCases = (sql: TransactionSql, showHidden: boolean) =>
  showHidden
    ? sql`e.case_id = any((select array_agg(case_id) from hidden_cases where shown_again_at is null)::uuid[])`
    : sql`false`;

export interface RowsWanted {
  where: Fragment;
  order: Fragment;
  limit: number;
  offset?: number;
  showHidden: boolean;
  withVisit: boolean;
}

/** Current entries of the opened persons. `where` and `order` speak of `e`. */
export function rowsQuery(sql: TransactionSql, wanted: RowsWanted): PendingQuery<EntryRow[]> {
  const visit = wanted.withVisit
    ? sql`(select v.entry_id from entries v where v.person_id = e.person_id and v.entry_id = e.case_id and v.current and v.section = 'visits' and v.id <> e.id)`
    : sql`null::uuid`;
  return sql<EntryRow[]>`
    select i.* from unnest(opened_persons()) as p (id) cross join lateral (
      select ${entryColumns(sql)}, ${visit} as "visitId", ${hiddenCases(sql, wanted.showHidden)} as hidden, m.resource #>> '{code}' as medication
      from entries e ${joins(sql)}
      where e.person_id = p.id and e.current and ${wanted.where}
      order by ${wanted.order} limit ${wanted.limit + (wanted.offset ?? 0)}
    ) i
    order by i."timeLow" desc nulls last, (i.type = 'Observation'), i.id
    offset ${wanted.offset ?? 0} limit ${wanted.limit}`;
}

export interface TotalRow {
  section: DataType;
  facilityId: string;
  facility: string;
  total: number;
  firstReceivedAt: Date;
  lastReceivedAt: Date;
  messages: number;
  withdrawn: number;
}

/** How many current entries there are, by section and facility. */
export const totalsQuery = (sql: TransactionSql) => sql<TotalRow[]>`
  select e.section, e.facility_id as "facilityId", coalesce(max(f.short_name), '?') as facility, count(*)::int as total,
    min(e.received_at) as "firstReceivedAt", max(e.received_at) as "lastReceivedAt", count(distinct e.message_id)::int as messages,
    count(e.withdrawn_at)::int as withdrawn
  from unnest(opened_persons()) as p (id)
  join entries e on e.person_id = p.id and e.current
  left join facility_names f on f.facility_id = e.facility_id and f.valid_to is null
  group by e.section, e.facility_id`;

export interface ClosedRow {
  section: DataType;
  reason: "hidden" | "rule";
  entries: number;
}

/** To the person alone: how many entries stay closed, and why. */
export const closedQuery = (sql: TransactionSql) =>
  sql<ClosedRow[]>`select section, reason, entries from closed_counts()`;

export interface EmptySectionRow {
  facilityId: string;
  facility: string;
  receivedAt: Date;
  timeLow: Date | null;
  timeHigh: Date | null;
  timePrecision: EntryRow["timePrecision"];
  empty: { code?: { coding?: { code?: string }[] }; emptyReason?: { coding?: { code?: string }[]; text?: string } }[];
}

/** Sections of received documents that say they are empty, and why (IPS 2.0.1 `emptyReason`). */
export const emptySectionsQuery = (sql: TransactionSql) => sql<EmptySectionRow[]>`
  select e.facility_id as "facilityId", coalesce(f.short_name, '?') as facility, e.received_at as "receivedAt",
    e.time_low as "timeLow", e.time_high as "timeHigh", e.time_precision as "timePrecision",
    jsonb_path_query_array(e.resource, '$.section[*] ? (exists (@.emptyReason))') as empty
  from unnest(opened_persons()) as p (id)
  join entries e on e.person_id = p.id and e.section = 'documents' and e.current and e.resource_type = 'Composition' and e.withdrawn_at is null
  left join facility_names f on f.facility_id = e.facility_id and f.valid_to is null
  where e.resource @? '$.section[*].emptyReason'
  order by e.time_low desc nulls last limit 5`;
