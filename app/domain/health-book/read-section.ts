import type { Ctx } from "#app/domain/access/context.ts";
import type { BookSection } from "#app/domain/access/data-types.ts";
import type { EntryRow } from "./internal/entry-row.ts";
import { type BookOptions, bookPerson, openBook, type PersonRow } from "./internal/open-book.ts";
import {
  type ClosedRow,
  closedQuery,
  type EmptySectionRow,
  emptySectionsQuery,
  personQuery,
  rowsQuery,
  type TotalRow,
  totalsQuery,
} from "./internal/queries.ts";
import { lastReceived, sectionView } from "./internal/section-view.ts";
import type { SectionPageView } from "./view.ts";

export const PAGE_SIZE = 20;

export interface SectionInput extends BookOptions {
  section: BookSection;
  /** From 1; beyond the last page is the last page. */
  page: number;
}

/** Everything of one section, newest first, a page at a time; withdrawn items stay in their place. */
export async function readSection(ctx: Ctx, input: SectionInput): Promise<SectionPageView> {
  const record = await openBook(ctx, input.section, input);
  const offset = (Math.max(1, input.page) - 1) * PAGE_SIZE;
  type Rows = [PersonRow[], TotalRow[], ClosedRow[], EmptySectionRow[], EntryRow[]];
  const [persons, totals, closed, emptySections, rows] = await record.readAll<Rows>((sql) => [
    personQuery(sql, record.personId),
    totalsQuery(sql),
    closedQuery(sql),
    emptySectionsQuery(sql),
    rowsQuery(sql, {
      where: sql`e.section = ${input.section}`,
      order: sql`e.time_low desc nulls last, e.entry_id`,
      limit: PAGE_SIZE,
      offset,
      showHidden: record.decision.opensHidden,
      withVisit: true,
    }),
  ]);
  const view = sectionView(input.section, { rows, totals, closed, emptySections }, ctx.now());
  const pages = Math.max(1, Math.ceil(view.total / PAGE_SIZE));
  if (rows.length === 0 && view.total > 0 && input.page > pages) return readSection(ctx, { ...input, page: pages });
  return {
    ...view,
    person: bookPerson(ctx, record.personId, persons[0]),
    page: Math.min(Math.max(1, input.page), pages),
    pages,
    showingHidden: record.decision.opensHidden,
    sources: lastReceived(totals),
  };
}
