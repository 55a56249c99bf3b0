import type { Ctx } from "#app/domain/access/context.ts";
import { bookSections } from "#app/domain/access/data-types.ts";
import { dueAfter } from "#app/domain/feed-status/calendar.ts";
import { delayHours } from "#app/domain/feed-status/delays.ts";
import { type FeedKind, feedKinds, isFeedKind, kindsOfSection } from "#app/domain/feed-status/kinds.ts";
import {
  type FeedRow,
  feedRowsQuery,
  kindStatus,
  type OutageRow,
  outagesNow,
  outagesQuery,
} from "#app/domain/feed-status/status-query.ts";
import { isId } from "#app/shared/ids.ts";
import { bookPerson, openBook, type PersonRow } from "./internal/open-book.ts";
import { type ClosedRow, closedQuery, ofRecord, personQuery } from "./internal/queries.ts";
import type { MissingAnswer, MissingView } from "./missing-view.ts";

interface PlaceRow {
  id: string;
  name: string;
  phone: string | null;
  connected: boolean;
  pulledEvery: number | null;
  pulledOpen: boolean | null;
  pulledAt: Date | null;
}

interface BookRow {
  entries: number;
  visit: Date | null;
}

interface FigureRow {
  day: string;
  accepted: number;
  delays: number[];
}

const SECTIONS = [...bookSections, "money"] as const;

/**
 * Why something of a kind from a facility is not in the book, from what is known: of the feed the same for everybody, of
 * the person only what the reader sees in the book anyway. Who may: who may open the book.
 */
export async function explainMissing(ctx: Ctx, input: { facilityId: string; kind: string }): Promise<MissingView> {
  const record = await openBook(ctx, "sources", { showHidden: false }, SECTIONS);
  const now = ctx.now();
  const facilityId = isId(input.facilityId) ? input.facilityId : undefined;
  const kind = isFeedKind(input.kind) ? input.kind : undefined;
  const sections = SECTIONS.filter((section) => kind && kindsOfSection(section).includes(kind));
  const [persons, places, feeds, outages, own, figures, closed] = await record.readAll<
    [PersonRow[], PlaceRow[], FeedRow[], OutageRow[], BookRow[], FigureRow[], ClosedRow[]]
  >((sql) => [
    personQuery(sql, record.personId),
    sql<PlaceRow[]>`
      select f.id, n.name, f.phone, (exists (select from machine_clients c where c.facility_id = f.id and c.suspended_at is null)
          or p.facility_id is not null) as connected,
        p.every_minutes as "pulledEvery", p.state <> 'closed' as "pulledOpen", p.last_success_at as "pulledAt"
      from facilities f join facility_names n on n.facility_id = f.id and n.valid_to is null
      left join pulled_sources p on p.facility_id = f.id and p.suspended_at is null
      where f.kind in ('hospital', 'clinic', 'station') order by n.code5 nulls last, n.name`,
    feedRowsQuery(sql, sql`k.facility_id = ${facilityId ?? null}::uuid`),
    outagesQuery(sql, now),
    sql<BookRow[]>`
      select (count(*) filter (where e.section = any(${sections}::text[])))::int as entries,
        max(coalesce(e.time_high, e.time_low)) filter (where e.section = 'visits' and e.time_low <= ${now} and e.withdrawn_at is null) as visit
      from entries e where ${ofRecord(sql, record)} and e.current and e.facility_id = ${facilityId ?? null}::uuid`,
    sql<FigureRow[]>`
      select day::text as day, accepted, delays from feed_arrivals
      where facility_id = ${facilityId ?? null}::uuid and kind = ${kind ?? null} and day > current_date - 60`,
    closedQuery(sql),
  ]);
  const place = places.find((p) => p.id === facilityId);
  const self = ctx.actor.kind === "citizen";
  return {
    person: bookPerson(ctx, record.personId, persons[0]),
    places: places.map(({ id, name }) => ({ id, name })),
    kinds: [...feedKinds],
    facilityId: place?.id,
    kind,
    answer: place && kind ? answer() : undefined,
  };

  function answer(): MissingAnswer | undefined {
    if (!place || !kind) return undefined;
    const row = feeds.find((f) => f.kind === kind) ?? unknownFeed(place, kind);
    const feed = kindStatus(row, outages, now);
    const book = own[0] ?? { entries: 0, visit: null };
    const visitDay = book.visit ? dayOf(book.visit) : undefined;
    const usual =
      delayHours(
        figures.map((f) => f.delays),
        0.8,
      ) ?? feed.everyHours;
    return {
      facility: place.name,
      phone: place.phone ?? undefined,
      connected: place.connected,
      sendsAnything: feeds.some((f) => f.lastReceivedAt !== null),
      feed,
      outages: outagesNow(outages, now, { facilityIds: [place.id], kinds: [kind] }),
      inBook: book.entries,
      lastVisitAt: book.visit?.toISOString(),
      sinceVisit:
        visitDay === undefined ? undefined : figures.reduce((n, f) => n + (f.day >= visitDay ? f.accepted : 0), 0),
      usualHours: usual,
      usualBy: book.visit && usual ? dueAfter(book.visit, usual, feed.workingDays).toISOString() : undefined,
      mayBeClosed: !self || closed.length > 0,
      section: kind === "visits" ? "visits" : bookSections.find((s) => kindsOfSection(s).includes(kind)),
      askedAt: now.toISOString(),
    };
  }
}

const dayOf = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

const unknownFeed = (place: PlaceRow, kind: FeedKind): FeedRow => ({
  facilityId: place.id,
  facility: place.name,
  kind,
  everyHours: null,
  workingDays: null,
  since: null,
  source: null,
  own: null,
  firstReceivedAt: null,
  lastReceivedAt: null,
  lastEventAt: null,
  pulledEvery: place.pulledEvery,
  pulledOpen: place.pulledOpen,
  pulledAt: place.pulledAt,
});
