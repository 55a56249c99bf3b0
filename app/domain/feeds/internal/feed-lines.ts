import type { Sql } from "postgres";
import {
  type FeedRow,
  feedRowsQuery,
  kindStatus,
  type OutageRow,
  outagesQuery,
} from "#app/domain/feed-status/status-query.ts";
import type { FeedLineView } from "../status-view.ts";

interface LineRow {
  facilityId: string;
  facility: string;
  connected: boolean;
  lastReceivedAt: Date | null;
  missing: string;
  rejects: number;
  waiting: number;
  pulledEvery: number | null;
  pulledAt: Date | null;
}

/** Facilities that send or should, each with its kinds; `only` narrows to one. */
export async function feedLines(
  sql: Sql,
  now: Date,
  only?: string,
): Promise<{ lines: FeedLineView[]; feeds: FeedRow[]; outages: OutageRow[] }> {
  const one = only ?? null;
  const [rows, feeds, outages] = await Promise.all([
    sql<LineRow[]>`
      select f.id as "facilityId", n.short_name as facility, s.last_received_at as "lastReceivedAt",
        (exists (select from machine_clients c where c.facility_id = f.id and c.suspended_at is null)
          or exists (select from pulled_sources p where p.facility_id = f.id and p.suspended_at is null)) as connected,
        (select coalesce(sum(upper(g.gap) - lower(g.gap)), 0) from feed_sequences q,
          unnest(int8multirange(int8range(lower(q.received), upper(q.received))) - q.received) as g (gap) where q.facility_id = f.id)::text as missing,
        (select coalesce(sum(r.count), 0)::int from feed_rejects r where r.facility_id = f.id and r.day > current_date - 7) as rejects,
        (select count(*)::int from messages m where m.facility_id = f.id and m.state = 'quarantined') as waiting,
        p.every_minutes as "pulledEvery", p.last_success_at as "pulledAt"
      from facilities f join facility_names n on n.facility_id = f.id and n.valid_to is null
      left join feed_states s on s.facility_id = f.id and s.kind = 'all'
      left join pulled_sources p on p.facility_id = f.id and p.suspended_at is null
      where (${one}::uuid is null or f.id = ${one}) and (${one}::uuid is not null or s.facility_id is not null or f.expected_every_hours is not null
        or exists (select from machine_clients c where c.facility_id = f.id) or p.facility_id is not null)
      order by n.code5 nulls last, n.name`,
    feedRowsQuery(sql, sql`(${one}::uuid is null or k.facility_id = ${one})`),
    outagesQuery(sql, now),
  ]);
  const lines = rows.map((row) => ({
    facilityId: row.facilityId,
    facility: row.facility,
    connected: row.connected,
    lastReceivedAt: row.lastReceivedAt?.toISOString(),
    missing: Number(row.missing),
    rejects: row.rejects,
    waiting: row.waiting,
    pulled:
      row.pulledEvery === null
        ? undefined
        : { everyMinutes: row.pulledEvery, lastSuccessAt: row.pulledAt?.toISOString() },
    kinds: feeds.filter((f) => f.facilityId === row.facilityId).map((f) => kindStatus(f, outages, now)),
  }));
  return { lines, feeds: [...feeds], outages: [...outages] };
}
