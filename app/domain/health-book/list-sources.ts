import type { Ctx } from "#app/domain/access/context.ts";
import { bookSections, dataTypes } from "#app/domain/access/data-types.ts";
import {
  type FeedRow,
  feedRowsQuery,
  kindStatus,
  type OutageRow,
  outagesNow,
  outagesQuery,
} from "#app/domain/feed-status/status-query.ts";
import { bookPerson, openBook, type PersonRow } from "./internal/open-book.ts";
import {
  type ClosedRow,
  closedQuery,
  ofRecord,
  type PickedRow,
  personQuery,
  pickedQuery,
  type TotalRow,
  unpack,
} from "./internal/queries.ts";
import { totalOf } from "./internal/section-view.ts";
import type { SourcesView, SourceView } from "./view.ts";

interface FacilityRow {
  id: string;
  kind: string;
  name: string;
  legalBasis: string;
  expectedEveryHours: number | null;
  connected: boolean;
  messages: number;
}

/** Kinds of facilities people are treated at: the others are named only where they have sent. */
const TREATING = ["hospital", "clinic", "station"];

const COUNTED = dataTypes.filter((type) => type !== "log");

/**
 * What each facility has sent, when; to the person, also which have sent nothing. What is closed has a sender too, and
 * leaving that one out of both lists would tell on it: so nobody is left out, and it is said that nothing is certain.
 */
export async function listSources(ctx: Ctx): Promise<SourcesView> {
  const record = await openBook(ctx, "sources", { showHidden: false }, COUNTED);
  const now = ctx.now();
  const [persons, picked, facilities, closed, feeds, outages] = await record.readAll<
    [PersonRow[], PickedRow[], FacilityRow[], ClosedRow[], FeedRow[], OutageRow[]]
  >((sql) => [
    personQuery(sql, record.personId),
    pickedQuery(sql, record, { where: sql`false`, places: sql`true`, showHidden: false, withVisit: false }),
    sql<FacilityRow[]>`
      with sent as (
        select e.facility_id, count(distinct e.message_id)::int as messages from entries e where ${ofRecord(sql, record)} and e.current group by 1
      )
      select f.id, f.kind, coalesce(n.name, '?') as name, coalesce(s.messages, 0) as messages, f.legal_basis as "legalBasis", f.expected_every_hours as "expectedEveryHours",
        (exists (select from machine_clients c where c.facility_id = f.id and c.suspended_at is null)
          or exists (select from pulled_sources p where p.facility_id = f.id and p.suspended_at is null)) as connected
      from facilities f left join facility_names n on n.facility_id = f.id and n.valid_to is null left join sent s on s.facility_id = f.id
      where s.facility_id is not null or (f.kind = any(${TREATING}) and n.facility_id is not null) order by n.code5`,
    closedQuery(sql),
    feedRowsQuery(sql, sql`true`),
    outagesQuery(sql, now),
  ]);
  const { totals } = unpack(picked);
  const sources = facilities.flatMap((facility) => {
    const rows = totals.filter((t) => t.facilityId === facility.id);
    if (rows.length === 0) return [];
    const kinds = feeds.filter((f) => f.facilityId === facility.id).map((f) => kindStatus(f, outages, now));
    const told = outagesNow(outages, now, { facilityIds: [facility.id] }).filter((o) => o.facilityId);
    return [{ ...sourceView(facility, rows), kinds, pulled: kinds[0]?.pulled, outages: told }];
  });
  const self = ctx.actor.kind === "citizen";
  return {
    person: bookPerson(ctx, record.personId, persons[0]),
    sources: sources.sort((a, b) => b.lastReceivedAt.localeCompare(a.lastReceivedAt)),
    mayHaveSent: !self || closed.length > 0,
    silent: facilities
      .filter((f) => self && !totals.some((t) => t.facilityId === f.id))
      .map((f) => ({ facilityId: f.id, facility: f.name, facilityKind: f.kind, connected: f.connected })),
    outages: outagesNow(outages, now).filter((o) => !o.facilityId),
  };
}

function sourceView(facility: FacilityRow, rows: TotalRow[]): Omit<SourceView, "kinds" | "outages" | "pulled"> {
  const isBook = (section: string): boolean => (bookSections as readonly string[]).includes(section);
  const times = rows
    .flatMap((r) => [r.firstReceivedAt, r.lastReceivedAt])
    .map((at) => new Date(at).toISOString())
    .sort();
  return {
    facilityId: facility.id,
    facility: facility.name,
    facilityKind: facility.kind,
    legalBasis: facility.legalBasis,
    firstReceivedAt: times[0] ?? "",
    lastReceivedAt: times.at(-1) ?? "",
    messages: facility.messages,
    sections: bookSections.flatMap((section) => {
      const count = totalOf(section, rows);
      return count > 0 ? [{ section, count }] : [];
    }),
    notShown: rows.reduce((n, r) => n + (isBook(r.section) ? 0 : r.total), 0),
    withdrawn: rows.reduce((n, r) => n + r.withdrawn, 0),
    expectedEveryHours: facility.expectedEveryHours ?? undefined,
  };
}
