import type { TransactionSql } from "postgres";
import type { Ctx } from "#app/domain/access/context.ts";
import { type BookSection, bookSections } from "#app/domain/access/data-types.ts";
import { type FeedRow, type OutageRow, outagesQuery, worstFeedsQuery } from "#app/domain/feed-status/status-query.ts";
import { type EntryRow, readRow } from "./internal/entry-row.ts";
import { folding, isFolded, type NewestRow, newestOf, newestQuery, newestView } from "./internal/newest.ts";
import { type BookOptions, bookPerson, openBook, type PersonRow } from "./internal/open-book.ts";
import {
  type ClosedRow,
  closedQuery,
  type Fragment,
  type PickedRow,
  personQuery,
  pickedQuery,
  unpack,
} from "./internal/queries.ts";
import { type ReportRow, reportsQuery } from "./internal/reported.ts";
import { lastReceived, newsOf, sectionView, totalOf } from "./internal/section-view.ts";
import { needsOf } from "./needs.ts";
import { type Coded, isAboutPregnancy } from "./pregnancy/codes.ts";
import { mayBeGathered } from "./pregnancy/rules.ts";
import { firstResults } from "./rules.ts";
import type { BookView, NextStepView, SectionView } from "./view.ts";

/** Members are read with their reports and stand within them, so more is read than the rows shown. */
const RESULTS = { read: 16, shown: 6 };

/** What must not be missed is shown whole; only a book that is broken has more, and then it is said. */
const MOST = 200;

/**
 * The first page of a book: what matters now of each section. Who may: the person, and whom they let
 * act for them. Three round trips besides the committed event.
 */
export async function readBook(ctx: Ctx, options: BookOptions): Promise<BookView> {
  const record = await openBook(ctx, "book", options);
  const now = ctx.now();
  const { newSince } = options;
  const newest = newestOf(ctx);
  const showHidden = record.decision.opensHidden;
  const [persons, closed, reports, feeds, outages, chosen, picked] = await record.readAll<
    [PersonRow[], ClosedRow[], ReportRow[], FeedRow[], OutageRow[], NewestRow[], PickedRow[]]
  >((sql) => [
    personQuery(sql, record.personId),
    closedQuery(sql),
    reportsQuery(sql, record),
    worstFeedsQuery(sql, now),
    outagesQuery(sql, now),
    newestQuery(sql, record, newest),
    // The largest last: what comes before then goes out with it.
    pickedQuery(sql, record, {
      where: matters(sql, now),
      folded: isFolded(sql, record, newest),
      places: firstPlaces(sql),
      soonestFirst: true,
      newSince,
      showHidden,
      withVisit: false,
    }),
  ]);
  const { rows, totals } = unpack(picked);
  const compositions = rows.filter((r) => r.section === "documents");
  const view = <S extends BookSection>(section: S) =>
    sectionView(
      section,
      {
        rows: rows.filter((r) => r.section === section),
        totals,
        closed,
        compositions,
        reports,
        feeds,
        outages,
        newSince,
      },
      now,
    );
  const allergies = whole(view("allergies"));
  const medicines = whole(view("medicines"));
  const nextSteps = view("next-steps");
  const results = folding(view("results"), chosen, newest);
  const needed = {
    medicines: { ...medicines, items: medicines.items.filter((m) => m.current) },
    results: { ...results, items: firstResults(results.items, RESULTS.shown) },
    nextSteps: { ...nextSteps, items: nextSteps.items.filter((s) => s.open).sort(soonestFirst) },
  };
  const person = bookPerson(ctx, record.personId, persons[0]);
  return {
    person: rows.some(tellsOfPregnancy) && mayBeGathered(person, now) ? { ...person, pregnancyTold: true } : person,
    newest: newestView(chosen, newest),
    needs: needsOf(needed, now),
    allergies,
    ...needed,
    conditions: view("conditions"),
    visits: view("visits"),
    vaccinations: view("vaccinations"),
    totals: Object.fromEntries(bookSections.map((s) => [s, totalOf(s, totals)])) as BookView["totals"],
    news: newSince && { since: newSince.toISOString(), n: newsOf(totals) },
    sources: lastReceived(totals),
    showingHidden: showHidden,
  };
}

/** Of the rows that are read anyway; the page of the history looks through all. */
const tellsOfPregnancy = (row: EntryRow): boolean =>
  row.section === "conditions" &&
  isAboutPregnancy(readRow<{ code?: { coding?: Coded[] } }>(row).resource.code?.coding ?? []);

/** One more is read than is shown, to know that there is one. */
function whole<S extends BookSection>(view: SectionView<S>): SectionView<S> {
  return { ...view, items: view.items.slice(0, MOST), cut: view.items.length > MOST };
}

/** What of each section may stand on the first page; documents only for what they say of the others. */
function matters(sql: TransactionSql, now: Date): Fragment {
  const dayAgo = new Date(now.getTime() - 86_400_000);
  return sql`
    e.states_none or e.withdrawn_at is null and coalesce(e.status, '') not in ('entered-in-error', 'refuted', 'cancelled') and case e.section
      when 'medicines' then e.resource_type in ('MedicationRequest', 'MedicationStatement')
        and coalesce(e.status, 'active') in ('active', 'on-hold', 'intended', 'unknown')
      when 'conditions' then coalesce(e.status, 'active') not in ('resolved', 'inactive', 'remission')
      when 'visits' then coalesce(e.status, '') <> 'planned'
      when 'documents' then e.resource_type = 'Composition'
      when 'next-steps' then coalesce(e.status, '') not in ('completed', 'revoked', 'fulfilled', 'noshow', 'rejected')
        and (e.resource_type <> 'Appointment' or coalesce(e.time_high, e.time_low) > ${dayAgo})
      else e.section in ('allergies', 'results', 'vaccinations') end`;
}

const firstPlaces = (sql: TransactionSql): Fragment => sql`
  r.place <= case r.section when 'allergies' then ${MOST + 1} when 'medicines' then ${MOST + 1} when 'conditions' then 6 when 'results' then ${RESULTS.read}
    when 'next-steps' then 12 when 'vaccinations' then 3 else 4 end`;

const hasItsDay = ({ form }: NextStepView): boolean => form === "appointment" || form === "vaccination-due";

/** What has its day in the order of the days, then the rest, newest first. */
function soonestFirst(a: NextStepView, b: NextStepView): number {
  const [x, y] = [a.when?.from ?? "", b.when?.from ?? ""];
  if (hasItsDay(a) !== hasItsDay(b)) return hasItsDay(a) ? -1 : 1;
  return hasItsDay(a) ? x.localeCompare(y) : y.localeCompare(x);
}
