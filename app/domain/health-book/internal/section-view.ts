import { type BookSection, bookSections } from "#app/domain/access/data-types.ts";
import { sectionFeeds } from "#app/domain/feed-status/section-feeds.ts";
import type { FeedRow, OutageRow } from "#app/domain/feed-status/status-query.ts";
import type { ItemOf, NoneStatement, SectionView } from "../view.ts";
import type { Names } from "./concept.ts";
import { closedOf, emptyReason, statementsFor } from "./empties.ts";
import type { EntryRow } from "./entry-row.ts";
import { mapItem } from "./map-item.ts";
import { markNew } from "./mark-new.ts";
import { noneStatement } from "./none-statement.ts";
import type { ClosedRow, TotalRow } from "./queries.ts";
import { missingIn, type ReportRow, withReports } from "./reported.ts";
import { sameFacts, type Told } from "./same-facts.ts";

export interface SectionRows {
  rows: EntryRow[];
  totals: TotalRow[];
  closed: ClosedRow[];
  /** Documents of the record, for what they say of empty sections. */
  compositions: EntryRow[];
  /** What was reported as wrong or missing. */
  reports: ReportRow[];
  feeds: FeedRow[];
  outages: OutageRow[];
  newSince: Date | undefined;
  /** Names of staff and places as a facility gives them, where a page tells them. */
  namesOf?: (facilityId: string) => Names;
}

/** One section as people read it: its items, what facilities say there is none of, what stays closed. */
export function sectionView<S extends BookSection>(section: S, data: SectionRows, now: Date): SectionView<S> {
  const statements: NoneStatement[] = [];
  const told: Told<ItemOf[S]>[] = [];
  for (const row of withReports(data.rows, data.reports)) {
    const none = noneStatement(row);
    if (none) statements.push(none);
    else
      told.push({ row, item: markNew(mapItem(row, now, data.namesOf?.(row.facilityId)), data.newSince) as ItemOf[S] });
  }
  const closed = closedOf(section, data.closed);
  const total = totalOf(section, data.totals);
  // Of a part of the section, nobody can count how often something was recorded.
  const items = sameFacts(told).map((item) =>
    item.kind === "condition" && total > data.rows.length ? { ...item, more: true } : item,
  );
  statements.push(...statementsFor(section, data.compositions));
  return {
    section,
    items,
    total,
    empty: emptyReason(items.length, closed, statements),
    statements,
    cut: false,
    missing: missingIn(section, data.reports),
    ...closed,
    feeds: sectionFeeds(section, data.feeds, data.outages, now),
  };
}

export const totalOf = (section: BookSection, totals: TotalRow[]): number =>
  totals.reduce((sum, row) => sum + (row.section === section ? row.total : 0), 0);

/** How many entries of the book's sections are new to the reader. */
export const newsOf = (totals: TotalRow[]): number =>
  totals.reduce((sum, row) => sum + (bookSections.some((section) => section === row.section) ? row.news : 0), 0);

/** When each facility last sent anything, newest first. */
export function lastReceived(totals: TotalRow[]): { facility: string; lastReceivedAt: string }[] {
  const last = new Map<string, { facility: string; at: string }>();
  for (const { facilityId, facility, lastReceivedAt: at } of totals) {
    const known = last.get(facilityId);
    if (!known || at > known.at) last.set(facilityId, { facility, at });
  }
  return [...last.values()]
    .sort((a, b) => b.at.localeCompare(a.at))
    .map(({ facility, at }) => ({ facility, lastReceivedAt: new Date(at).toISOString() }));
}
