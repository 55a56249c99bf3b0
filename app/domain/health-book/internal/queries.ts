import type { PendingQuery, Row, TransactionSql } from "postgres";
import type { DataType } from "#app/domain/access/data-types.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { type EntryRow, entryColumns, isWithdrawn } from "./entry-row.ts";
import type { PersonRow } from "./open-book.ts";

export type Fragment = PendingQuery<Row[]>;

/** Statements that several pages of the book share. All run under an opened record. */

export const personQuery = (sql: TransactionSql, personId: string) => sql<PersonRow[]>`
  select demographics, birth_low as low, birth_high as high, sex from persons where id = ${personId}`;

/**
 * Entries of the record, as `e`. One person is compared as a scalar, so that the other partitions are
 * never looked at; only a merged cluster pays for them.
 */
export const ofRecord = (sql: TransactionSql, record: Pick<OpenedRecord, "personIds">): Fragment =>
  ofRecordAs(sql, record, "e");

const ofRecordAs = (sql: TransactionSql, { personIds }: Pick<OpenedRecord, "personIds">, alias: "e" | "o"): Fragment =>
  personIds.length === 1
    ? sql`${sql(alias)}.person_id = ${personIds[0] ?? ""}`
    : sql`${sql(alias)}.person_id = any(${personIds}::uuid[])`;

/** What surrounds an entry's row: the facility's name, and what a medicine is. */
export const entryJoins = (sql: TransactionSql) => sql`
  left join facility_names f on f.facility_id = e.facility_id and f.valid_to is null
  left join directory_entries m on e.section = 'medicines' and m.facility_id = e.facility_id and m.resource_type = 'Medication' and m.current
    and m.source_id = split_part(e.resource #>> '{medicationReference,reference}', '/', 2)`;

const hiddenColumn = (sql: TransactionSql, showHidden: boolean) =>
  showHidden
    ? sql`coalesce(e.case_id = any((select array_agg(case_id) from hidden_cases where shown_again_at is null)::uuid[]), false)`
    : sql`false`;

/** What every row of the book has, whichever page it is for. */
export const shownColumns = (sql: TransactionSql, showHidden: boolean): Fragment =>
  sql`${entryColumns(sql)}, ${hiddenColumn(sql, showHidden)} as hidden, m.resource #>> '{code}' as medication`;

const visitColumn = (sql: TransactionSql, withVisit: boolean) =>
  withVisit
    ? sql`(select v.entry_id from entries v where v.person_id = e.person_id and v.entry_id = e.case_id and v.current and v.section = 'visits' and v.id <> e.id)`
    : sql`null::uuid`;

/** How many versions of `e` it has replaced. */
const earlierColumn = (sql: TransactionSql, record: Pick<OpenedRecord, "personIds">, wanted: Shown) =>
  wanted.withEarlier
    ? sql`(select count(*)::int from entries o where ${ofRecordAs(sql, record, "o")} and o.entry_id = e.entry_id and not o.current)`
    : sql`null::int`;

export interface Shown {
  showHidden: boolean;
  withVisit: boolean;
  /** Count the versions before: a look at the index for each row. */
  withEarlier?: boolean;
}

/** Current entries of the record, in order. `where` and `order` speak of `e`. */
export function rowsQuery(
  sql: TransactionSql,
  record: Pick<OpenedRecord, "personIds">,
  wanted: Shown & { where: Fragment; limit: number },
): PendingQuery<EntryRow[]> {
  return sql<EntryRow[]>`
    select ${shownColumns(sql, wanted.showHidden)}, ${visitColumn(sql, wanted.withVisit)} as "visitId", ${earlierColumn(sql, record, wanted)} as earlier
    from entries e ${entryJoins(sql)}
    where ${ofRecord(sql, record)} and e.current and ${wanted.where}
    order by e.time_low desc nulls last, e.entry_id limit ${wanted.limit}`;
}

/** Every version of one entry, the newest first; what was kept for somebody else is none of it. */
export const versionRowsQuery = (
  sql: TransactionSql,
  record: Pick<OpenedRecord, "personIds">,
  { entryId, showHidden }: { entryId: string; showHidden: boolean },
): PendingQuery<(EntryRow & { current: boolean })[]> => sql<(EntryRow & { current: boolean })[]>`
  select ${shownColumns(sql, showHidden)}, e.current, ${visitColumn(sql, true)} as "visitId"
  from entries e ${entryJoins(sql)}
  where ${ofRecord(sql, record)} and e.entry_id = ${entryId}
  order by e.current desc, e.version_at desc, e.received_at desc, e.id limit 50`;

/** How many current entries there are, by section and facility. */
export interface TotalRow {
  section: DataType;
  facilityId: string;
  facility: string;
  total: number;
  firstReceivedAt: string;
  lastReceivedAt: string;
  withdrawn: number;
  /** Of them new to the reader. */
  news: number;
}

/** An entry that a page shows, or the lone row that carries the totals of a record that shows none. */
export type PickedRow = (EntryRow | { id: null }) & { totals: TotalRow[] | null };

export interface Picking extends Shown {
  /** Of `e`, of what `entries_section` holds: folded for this reader, so neither shown nor counted. */
  folded?: Fragment;
  /** Of `e`: what may stand on the page at all. */
  where: Fragment;
  /** Of `r.place`, the place within its section from 1: which of them do. */
  places: Fragment;
  /** Appointments in places of their own, the soonest first: else the many that are far off push out the next one. */
  soonestFirst?: boolean;
  /** What came after this is new to the reader. */
  newSince?: Date | undefined;
}

/** What says "none known" has places of its own, beside every page of its section. */
const STATEMENTS = 20;

/** Is `e` a statement that there is none, rather than one of the section's entries? */
const isStatement = (sql: TransactionSql): Fragment => sql`(e.none_coded and not ${isWithdrawn(sql)})`;

/**
 * The rows of a page and the totals of the whole record, from one pass over the record's rows, which the
 * index `entries_section` holds all of (name no other column in `mine` and `where`): the
 * policies cost the same for each mention of the table, and pages show parts of many sections. What is
 * picked is then looked up one by one by its key (`offset 0` keeps it so): the planner takes a person for
 * a handful of rows, as the policy names the person once more, and would read all of their blocks (decision 017).
 */
export function pickedQuery(
  sql: TransactionSql,
  record: Pick<OpenedRecord, "personIds">,
  wanted: Picking,
): PendingQuery<PickedRow[]> {
  const soon = wanted.soonestFirst ? sql`(e.resource_type = 'Appointment')` : undefined;
  return sql<PickedRow[]>`
    with mine as materialized (
      select e.person_id, e.entry_id, e.facility_id, e.section, e.resource_type, e.status, e.time_low, e.time_high, e.received_at, e.withdrawn_at, ${isStatement(sql)} as states_none, ${wanted.folded ?? sql`false`} as folded
      from entries e where ${ofRecord(sql, record)} and e.current
    ), totals as (
      select jsonb_agg(t) as totals from (
        select c.*, c.facility_id as "facilityId", coalesce(f.short_name, '?') as facility
        from (
          select e.section, e.facility_id, (count(*) filter (where not e.states_none and not e.folded))::int as total, min(e.received_at) as "firstReceivedAt", max(e.received_at) as "lastReceivedAt",
            count(e.withdrawn_at)::int as withdrawn,
            (count(*) filter (where e.received_at > ${wanted.newSince ?? null}::timestamptz and e.withdrawn_at is null and not e.states_none and not e.folded))::int as news
          from mine e group by e.section, e.facility_id
        ) c left join facility_names f on f.facility_id = c.facility_id and f.valid_to is null
      ) t
    ), ranked as (
      select e.person_id, e.entry_id, e.section, e.states_none, row_number() over (
        partition by e.section, e.states_none${soon ? sql`, ${soon}` : sql``}
        order by ${soon ? sql`case when ${soon} then e.time_low end, ` : sql``}e.time_low desc nulls last, (e.resource_type = 'Observation'), e.entry_id) as place
      from mine e where not e.folded and (${wanted.where})
    ), chosen as materialized (
      select r.person_id, r.entry_id, r.place from ranked r where case when r.states_none then r.place <= ${STATEMENTS} else ${wanted.places} end
    ), picked as (
      select ${shownColumns(sql, wanted.showHidden)}, ${wanted.withVisit ? sql`v.entry_id` : sql`null::uuid`} as "visitId", ${earlierColumn(sql, record, wanted)} as earlier, c.place
      from chosen c cross join lateral (select * from entries e where ${ofRecord(sql, record)} and e.person_id = c.person_id and e.entry_id = c.entry_id and e.current offset 0) e ${entryJoins(sql)}
      ${wanted.withVisit ? sql`left join mine v on v.section = 'visits' and v.person_id = e.person_id and v.entry_id = e.case_id and v.entry_id <> e.entry_id` : sql``}
    )
    select p.*, case when row_number() over (order by p.section, p.place) = 1 then t.totals end as totals
    from totals t left join picked p on true order by p.section, p.place`;
}

/** Rows and totals apart, as the pages want them. */
export function unpack(picked: PickedRow[]): { rows: EntryRow[]; totals: TotalRow[] } {
  return {
    rows: picked.filter((r): r is EntryRow & PickedRow => r.id !== null),
    totals: picked.find((r) => r.totals)?.totals ?? [],
  };
}

export interface ClosedRow {
  section: DataType;
  reason: "hidden" | "rule";
  entries: number;
}

/** To the person alone: how many entries stay closed, and why. */
export const closedQuery = (sql: TransactionSql) =>
  sql<ClosedRow[]>`select section, reason, entries from closed_counts()`;
