import type { PendingQuery, TransactionSql } from "postgres";
import type { Ctx } from "#app/domain/access/context.ts";
import { type BookSection, bookSections } from "#app/domain/access/data-types.ts";
import { type OpenedRecord, outOfScope } from "#app/domain/access/open-record.ts";
import { type FeedRow, type OutageRow, outagesQuery, worstFeedsQuery } from "#app/domain/feed-status/status-query.ts";
import type { EntryRow } from "./internal/entry-row.ts";
import { NO_REGISTERS, type Registers, registersQuery } from "./internal/facility-registers.ts";
import { kindCountQuery, ofKind } from "./internal/kind-of.ts";
import { folding, isFolded, type NewestRow, newestOf, newestQuery, newestView } from "./internal/newest.ts";
import { type BookOptions, bookPerson, openBook, type PersonRow } from "./internal/open-book.ts";
import { signedQuery } from "./internal/papers.ts";
import { type ClosedRow, closedQuery, type PickedRow, personQuery, pickedQuery, unpack } from "./internal/queries.ts";
import { type ReportRow, reportsQuery } from "./internal/reported.ts";
import { lastReceived, sectionView } from "./internal/section-view.ts";
import { withSignature } from "./internal/signature.ts";
import { withRegisters } from "./internal/with-registers.ts";
import type { ResultKind } from "./result-kinds.ts";
import type { ItemOf, SectionPageView } from "./view.ts";

export const PAGE_SIZE = 20;

/** More on paper nobody reads. */
const WHOLE = 500;

export interface SectionInput extends BookOptions {
  section: BookSection;
  /** Of the results, these alone. */
  kind?: ResultKind | undefined;
  /** From 1; beyond the last page is the last page. */
  page: number;
  /** All at once, to take along: the newest so many. */
  whole?: boolean;
}

/**
 * Everything of one section, newest first, a page at a time; withdrawn items stay in their place.
 * @throws DomainError `forbidden` where the decision leaves the section out: "nothing received" would be untrue.
 */
export async function readSection(ctx: Ctx, input: SectionInput): Promise<SectionPageView> {
  return (await readSectionAnd(ctx, input)).view;
}

/** One more statement of entries, under the same event and with the same round trip. */
type More = (sql: TransactionSql, record: OpenedRecord) => PendingQuery<EntryRow[]>;

/** As `readSection`, with what a page of its own wants besides. */
export async function readSectionAnd<S extends BookSection>(
  ctx: Ctx,
  input: SectionInput & { section: S },
  more?: More,
): Promise<{ view: SectionPageView<S>; also: EntryRow[] }> {
  const { section } = input;
  // Signatures of papers come in resources of their own.
  const types = section === "documents" ? ([...bookSections, "other"] as const) : bookSections;
  const record = await openBook(ctx, section, input, types);
  const kind = section === "results" ? input.kind : undefined;
  if (!record.decision.dataTypes.includes(section)) throw outOfScope();
  const size = input.whole ? WHOLE : PAGE_SIZE;
  const before = (Math.max(1, input.page) - 1) * size;
  const showHidden = record.decision.opensHidden;
  const newest = newestOf(ctx, input.showNewest);
  const [persons, closed, reports, feeds, outages, registers, counted, signed, chosen, also, picked] =
    await record.readAll<
      [
        PersonRow[],
        ClosedRow[],
        ReportRow[],
        FeedRow[],
        OutageRow[],
        Registers[],
        { total: number }[],
        { paper: string }[],
        NewestRow[],
        EntryRow[],
        PickedRow[],
      ]
    >((sql) => [
      personQuery(sql, record.personId),
      closedQuery(sql),
      reportsQuery(sql, record),
      worstFeedsQuery(sql, ctx.now()),
      outagesQuery(sql, ctx.now()),
      section === "results" ? registersQuery(sql, record) : sql<Registers[]>`select`,
      kind ? kindCountQuery(sql, record, kind, isFolded(sql, record, newest)) : sql<{ total: number }[]>`select`,
      section === "documents" ? signedQuery(sql, record) : sql<{ paper: string }[]>`select`,
      section === "results" ? newestQuery(sql, record, newest) : sql<NewestRow[]>`select`,
      more?.(sql, record) ?? sql<EntryRow[]>`select`,
      // The largest last: what comes before then goes out with it.
      pickedQuery(sql, record, {
        where: sql`(e.section = ${section} ${kind ? sql`and e.entry_id in (${ofKind(sql, record, kind)})` : sql``} or (e.section = 'documents' and e.resource_type = 'Composition'))`,
        places: sql`case r.section when ${section} then r.place > ${before} and r.place <= ${before + size} else r.place <= 5 end`,
        folded: section === "results" ? isFolded(sql, record, newest) : sql`false`,
        showHidden,
        withVisit: true,
        withEarlier: true,
      }),
    ]);
  const { rows, totals } = unpack(picked);
  const own = rows.filter((r) => r.section === section);
  const compositions = section === "documents" ? [] : rows.filter((r) => r.section === "documents");
  const all = sectionView(
    section,
    { rows: own, totals, closed, compositions, reports, feeds, outages, newSince: input.newSince },
    ctx.now(),
  );
  const told = section === "results" ? folding(all, chosen, newest) : all;
  const view = kind ? { ...told, total: counted[0]?.total ?? 0 } : told;
  const pages = Math.max(1, Math.ceil(view.total / size));
  if (view.items.length === 0 && view.total > 0 && input.page > pages)
    return readSectionAnd(ctx, { ...input, page: pages }, more);
  const person = bookPerson(ctx, record.personId, persons[0]);
  const rowOf = new Map(own.map((row) => [row.id, row]));
  const signatures = new Set(signed.map(({ paper }) => paper));
  const registered = (item: ItemOf[S]): ItemOf[S] => {
    const row = rowOf.get(item.id);
    if (row && item.kind === "document") return withSignature(item, row, signatures) as ItemOf[S];
    return row && item.kind === "result"
      ? (withRegisters(item, row, { ...NO_REGISTERS, ...registers[0] }, person) as ItemOf[S])
      : item;
  };
  const shown = {
    ...view,
    newest: section === "results" ? newestView(chosen, newest) : undefined,
    items: view.items.map(registered),
    person,
    page: Math.min(Math.max(1, input.page), pages),
    pages,
    showingHidden: showHidden,
    kind,
    sources: lastReceived(totals),
  };
  return { view: shown, also: more ? also : [] };
}
