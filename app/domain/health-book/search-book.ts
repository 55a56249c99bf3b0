import type { TransactionSql } from "postgres";
import type { Ctx } from "#app/domain/access/context.ts";
import type { BookSection } from "#app/domain/access/data-types.ts";
import { vietnamYear } from "#app/shared/dates.ts";
import { type EntryRow, isHeld } from "./internal/entry-row.ts";
import { mapItem } from "./internal/map-item.ts";
import { markNew } from "./internal/mark-new.ts";
import { isFolded, type NewestRow, newestOf, newestQuery, newestView } from "./internal/newest.ts";
import { noneStatement } from "./internal/none-statement.ts";
import { type BookOptions, bookPerson, openBook, type PersonRow } from "./internal/open-book.ts";
import {
  type ClosedRow,
  closedQuery,
  entryJoins,
  type Fragment,
  ofRecord,
  personQuery,
  shownColumns,
} from "./internal/queries.ts";
import { type ReportRow, reportsQuery, withReports } from "./internal/reported.ts";
import { latestQuery, type OwnRow, ownView } from "./own/internal/rows.ts";
import { matchingOwn } from "./own/matching.ts";
import { PAGE_SIZE } from "./read-section.ts";
import { type Search, wordsOf } from "./search-input.ts";
import type { SearchPageView } from "./view.ts";

/** An entry that was found, or the lone row that says how many there are and what may be narrowed by. */
type FoundRow = (EntryRow | { id: null }) & { total: number; choices: Choices };

interface Choices {
  facilities: { facilityId: string; facility: string }[];
  years: number[];
}

/**
 * What of the whole book holds all the words, insensitive to marks and case, newest first, a page at a time; narrowed by
 * kind, facility and year. Closed items are never found: nobody learns by searching that something is there.
 */
export async function searchBook(
  ctx: Ctx,
  { search, newSince, ...options }: BookOptions & { search: Search; newSince: Date | undefined },
): Promise<SearchPageView> {
  const record = await openBook(ctx, "search", options);
  const showHidden = record.decision.opensHidden;
  const newest = newestOf(ctx);
  const [persons, closed, reports, own, chosen, found] = await record.readAll<
    [PersonRow[], ClosedRow[], ReportRow[], OwnRow[], NewestRow[], FoundRow[]]
  >((sql) => [
    personQuery(sql, record.personId),
    closedQuery(sql),
    reportsQuery(sql, record),
    speaksOfOwn(search) ? latestQuery(sql, record, MOST_OWN) : sql<OwnRow[]>`select`,
    newestQuery(sql, record, newest),
    sql<FoundRow[]>`
      with mine as materialized (
        select e.entry_id, e.facility_id, e.section, e.time_low from entries e where ${ofRecord(sql, record)} and e.current
      ), places as materialized (
        select m.facility_id, coalesce(f.short_name, '?') as facility, fold_words(f.short_name) as folded
        from (select distinct facility_id from mine) m left join facility_names f on f.facility_id = m.facility_id and f.valid_to is null
      ), choices as (
        select jsonb_build_object(
          'facilities', coalesce((select jsonb_agg(jsonb_build_object('facilityId', facility_id, 'facility', facility) order by facility) from places), '[]'),
          'years', coalesce((select jsonb_agg(y order by y desc) from (select distinct extract(year from time_low at time zone 'Asia/Ho_Chi_Minh')::int as y from mine where time_low is not null) y), '[]')) as choices
      ), found as materialized (
        select e.person_id, e.entry_id, row_number() over (order by ${search.isNew ? sql`e.received_at desc, ` : sql``}e.time_low desc nulls last, e.entry_id) as place
        from entries e ${entryJoins(sql)} where ${ofRecord(sql, record)} and e.current and not ${isFolded(sql, record, newest)} and ${matches(sql, search, newSince)}
      ), picked as (
        select ${shownColumns(sql, showHidden)}, v.entry_id as "visitId", c.place
        from found c cross join lateral (select * from entries e where ${ofRecord(sql, record)} and e.person_id = c.person_id and e.entry_id = c.entry_id and e.current offset 0) e
          ${entryJoins(sql)} left join mine v on v.section = 'visits' and v.entry_id = e.case_id and v.entry_id <> e.entry_id
        where c.place > ${(search.page - 1) * PAGE_SIZE} and c.place <= ${search.page * PAGE_SIZE}
      )
      select p.*, (select count(*)::int from found) as total, c.choices from choices c left join picked p on true order by p.place`,
  ]);
  const first = found[0];
  const total = first?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (search.page > pages) return searchBook(ctx, { ...options, newSince, search: { ...search, page: pages } });
  const rows = withReports(
    found.filter((row): row is EntryRow & FoundRow => row.id !== null),
    reports,
  );
  const person = bookPerson(ctx, record.personId, persons[0]);
  const now = ctx.now();
  return {
    person,
    search,
    newest: newestView(chosen, newest),
    newSince: newSince?.toISOString(),
    found: rows.map((row) => {
      const none = noneStatement(row);
      const section = row.section as BookSection;
      const { id } = row;
      return none ? { id, section, statement: none } : { id, section, item: markNew(mapItem(row, now), newSince) };
    }),
    total,
    page: search.page,
    pages,
    ...(first?.choices ?? { facilities: [], years: [] }),
    hiddenByYou:
      person.self && !showHidden ? closed.reduce((n, row) => n + (row.reason === "hidden" ? row.entries : 0), 0) : 0,
    showingHidden: showHidden,
    own: speaksOfOwn(search)
      ? matchingOwn(own.map(ownView), wordsOf(search.text), search.year).slice(0, PAGE_SIZE)
      : [],
  };
}

/** Of what people measured themselves, the newest so many are looked through. */
const MOST_OWN = 2_000;

/** Own measurements come from no facility, are no news to who wrote them, and stand before the first page alone. */
const speaksOfOwn = ({ text, section, facilityId, isNew, page }: Search): boolean =>
  wordsOf(text).length > 0 && (section === undefined || section === "results") && !facilityId && !isNew && page === 1;

/** All that was asked for, of `e`, its medicine `m` and the `places` things came from. */
function matches(sql: TransactionSql, search: Search, newSince: Date | undefined): Fragment {
  const { section, facilityId, year } = search;
  const parts: Fragment[] = [];
  if (section) parts.push(sql`e.section = ${section}`);
  if (facilityId) parts.push(sql`e.facility_id = ${facilityId}`);
  if (year !== undefined) {
    const { from, to } = vietnamYear(year);
    parts.push(sql`e.time_low < ${to} and coalesce(e.time_high, e.time_low) >= ${from}`);
  }
  if (search.isNew) parts.push(newSince ? sql`e.received_at > ${newSince}` : sql`false`);
  for (const word of wordsOf(search.text)) {
    const pattern = `% ${word}%`;
    parts.push(sql`((coalesce(e.words, fold_words(e.resource::text)) like ${pattern} and not ${isHeld(sql)}) or e.facility_id in (select facility_id from places where folded like ${pattern})
      or (m.resource is not null and fold_words(m.resource #>> '{code}') like ${pattern}))`);
  }
  return parts.reduce((all, part) => sql`${all} and ${part}`, sql`true`);
}
