import type { TransactionSql } from "postgres";
import type { Ctx } from "#app/domain/access/context.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { foldAfterDays, foldDays } from "../newest/rules.ts";
import type { NewestView, SectionView } from "../view.ts";
import { isOfKind } from "./kind-of.ts";
import { type Fragment, ofRecord } from "./queries.ts";

/** Whose choice counts, and whether they ask to see the newest all the same. */
export interface Newest {
  readerId: string | null;
  now: Date;
  show: boolean;
}

type Record = Pick<OpenedRecord, "personId" | "personIds">;

export const newestOf = ({ actor, now }: Pick<Ctx, "actor" | "now">, show = false): Newest => ({
  readerId: actor.kind === "citizen" || actor.kind === "proxy" ? actor.personId : null,
  now: now(),
  show,
});

/** Has the reader of this book chosen so? One row by its key. */
const chosen = (sql: TransactionSql, { personId }: Record, { readerId }: Newest): Fragment => sql`
  exists (select from reading_choices c where c.person_id = ${personId} and c.reader_id = ${readerId}::uuid and c.hides_newest)`;

/** Was `e`, or a report it is part of, explained by a clinician? */
const isExplained = (sql: TransactionSql): Fragment => sql`(
  exists (select from result_comments c where c.person_id = e.person_id and c.entry_id = e.entry_id)
  or exists (select from result_comments c join entries r on r.person_id = c.person_id and r.entry_id = c.entry_id and r.current
    where c.person_id = e.person_id and r.facility_id = e.facility_id
      and coalesce(r.resource -> 'result', r.resource -> 'hasMember') @> jsonb_build_array(jsonb_build_object('reference', e.resource_type || '/' || e.source_id))))`;

/** The laboratory says that it is dangerous: nobody is kept from that. */
const isCritical = (sql: TransactionSql): Fragment =>
  sql`coalesce(jsonb_path_exists(e.resource, '$.interpretation[*].coding[*].code ? (@ == "HH" || @ == "LL" || @ == "AA")'), false)`;

/** Ids of the results that stay folded (`newest/rules.ts`); without the choice not one row is looked at. */
const foldedIds = (sql: TransactionSql, record: Record, newest: Newest, within = sql`true`): Fragment => {
  const ago = (days: number) => new Date(newest.now.getTime() - days * 86_400_000);
  return sql`
    select e.entry_id from entries e
    where ${chosen(sql, record, newest)} and ${ofRecord(sql, record)} and e.current and e.section = 'results'
      and e.received_at > ${ago(foldDays)} and (e.time_low is null or e.time_low > ${ago(foldAfterDays)})
      and ${within} and not ${isOfKind(sql, "measured")} and not ${isCritical(sql)} and not ${isExplained(sql)}`;
};

/** Of `e`: is it folded for this reader? */
export const isFolded = (sql: TransactionSql, record: Record, newest: Newest | undefined): Fragment =>
  newest && !newest.show && newest.readerId
    ? sql`(e.section = 'results' and e.entry_id = any(array(${foldedIds(sql, record, newest)})))`
    : sql`false`;

export interface NewestRow {
  hides: boolean;
  hidden: number;
}

/** What the reader has chosen, and how many results it folds now, of all or `within` some. */
export const newestQuery = (sql: TransactionSql, record: Record, newest: Newest, within?: Fragment) => sql<NewestRow[]>`
  select ${chosen(sql, record, newest)} as hides, (select count(*)::int from (${foldedIds(sql, record, newest, within)}) f) as hidden`;

/** As pages say it. */
export const newestView = ([row]: NewestRow[], { show }: Newest): NewestView | undefined =>
  row?.hides ? { hidden: row.hidden, showing: show } : undefined;

/** The results with how many of them are folded beside those that are told. */
export const folding = <S extends SectionView>(view: S, rows: NewestRow[], newest: Newest): S => {
  const hidden = newest.show ? 0 : (newestView(rows, newest)?.hidden ?? 0);
  return hidden > 0 ? { ...view, folded: hidden } : view;
};
