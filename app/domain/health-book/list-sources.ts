import type { Ctx } from "#app/domain/access/context.ts";
import { type BookSection, bookSections, dataTypes } from "#app/domain/access/data-types.ts";
import { bookPerson, openBook, type PersonRow } from "./internal/open-book.ts";
import { ofRecord, type PickedRow, personQuery, pickedQuery, type TotalRow, unpack } from "./internal/queries.ts";
import type { SourcesView, SourceView } from "./view.ts";

interface FacilityRow {
  id: string;
  kind: string;
  name: string;
  legalBasis: string;
  expectedEveryHours: number | null;
  connected: boolean;
}

interface MessagesRow {
  facilityId: string;
  messages: number;
}

const COUNTED = dataTypes.filter((type) => type !== "log");

/** What each facility has sent, when, and which facilities have sent nothing. */
export async function listSources(ctx: Ctx): Promise<SourcesView> {
  const record = await openBook(ctx, "sources", { showHidden: false }, COUNTED);
  const [persons, picked, facilities, messages] = await record.readAll<
    [PersonRow[], PickedRow[], FacilityRow[], MessagesRow[]]
  >((sql) => [
    personQuery(sql, record.personId),
    pickedQuery(sql, record, { where: sql`false`, places: sql`true`, showHidden: false, withVisit: false }),
    sql<FacilityRow[]>`
      select f.id, f.kind, n.name, f.legal_basis as "legalBasis", f.expected_every_hours as "expectedEveryHours",
        exists (select from machine_clients c where c.facility_id = f.id and c.suspended_at is null) as connected
      from facilities f join facility_names n on n.facility_id = f.id and n.valid_to is null
      where f.kind in ('hospital', 'clinic', 'station') order by n.code5`,
    sql<MessagesRow[]>`
      select e.facility_id as "facilityId", count(distinct e.message_id)::int as messages from entries e
      where ${ofRecord(sql, record)} and e.current group by 1`,
  ]);
  const { totals } = unpack(picked);
  const sources = facilities.flatMap((facility) => {
    const rows = totals.filter((t) => t.facilityId === facility.id);
    return rows.length > 0
      ? [sourceView(facility, rows, messages.find((m) => m.facilityId === facility.id)?.messages ?? 0)]
      : [];
  });
  return {
    person: bookPerson(ctx, record.personId, persons[0]),
    sources: sources.sort((a, b) => b.lastReceivedAt.localeCompare(a.lastReceivedAt)),
    silent: facilities
      .filter((f) => !totals.some((t) => t.facilityId === f.id))
      .map((f) => ({ facility: f.name, facilityKind: f.kind, connected: f.connected })),
  };
}

function sourceView(facility: FacilityRow, rows: TotalRow[], messages: number): SourceView {
  const isBook = (section: string): section is BookSection => (bookSections as readonly string[]).includes(section);
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
    messages,
    sections: rows.flatMap((r) => (isBook(r.section) ? [{ section: r.section, count: r.total }] : [])),
    notShown: rows.reduce((n, r) => n + (isBook(r.section) ? 0 : r.total), 0),
    withdrawn: rows.reduce((n, r) => n + r.withdrawn, 0),
    expectedEveryHours: facility.expectedEveryHours ?? undefined,
  };
}
