import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { delayHours } from "#app/domain/feed-status/delays.ts";
import { type FeedKind, feedKinds } from "#app/domain/feed-status/kinds.ts";
import { outageView } from "#app/domain/feed-status/status-query.ts";
import { PROVINCE } from "#app/domain/feed-status/status-rules.ts";
import { localDay } from "#app/shared/dates.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import { feedLines } from "./internal/feed-lines.ts";
import { saidOf } from "./internal/said-of.ts";
import type { DayFigures, FeedPageView, KindFigures, SequenceView } from "./status-view.ts";

const DAYS = 14;

interface ArrivalRow {
  kind: FeedKind | "all";
  day: string;
  accepted: number;
  rejected: number;
  quarantined: number;
  withdrawn: number;
  delays: number[];
  worst: number | null;
}

interface SequenceRow {
  stream: string;
  highest: string;
  missing: string;
  gaps: { from: number; to: number }[] | null;
  lastAt: Date;
}

/** One facility's feed: figures, reasons, gaps, what is agreed. Who may: operators. @throws DomainError `not-found`. */
export async function readFeed(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: { facilityId: string },
): Promise<FeedPageView> {
  const { facilityId } = input;
  const known = isId(facilityId) && facilityId !== PROVINCE;
  if (!known) throw notFound();
  const { sql } = ctx.db;
  const now = ctx.now();
  const [{ lines, feeds, outages }, arrivals, reasons, sequences, expected, clients] = await Promise.all([
    feedLines(sql, now, facilityId),
    sql<ArrivalRow[]>`
      select kind, day::text as day, accepted, rejected, quarantined, withdrawn, delays, worst_delay_seconds as worst
      from feed_arrivals where facility_id = ${facilityId} and day > ${localDay(now)}::date - ${DAYS}::int order by day`,
    sql<{ code: string; count: number; lastMessageId: string; lastAt: Date }[]>`
      select code, sum(count)::int as count, (array_agg(last_message_id order by last_at desc))[1] as "lastMessageId", max(last_at) as "lastAt"
      from feed_rejects where facility_id = ${facilityId} and day > ${localDay(now)}::date - 30 group by code order by 2 desc, 1 limit 50`,
    sql<SequenceRow[]>`
      select s.stream, (upper(s.received) - 1)::text as highest, s.last_at as "lastAt", coalesce(sum(upper(g.gap) - lower(g.gap)), 0)::text as missing,
        (jsonb_agg(jsonb_build_object('from', lower(g.gap), 'to', upper(g.gap) - 1) order by g.gap desc) filter (where g.gap is not null)) as gaps
      from feed_sequences s left join lateral unnest(int8multirange(int8range(lower(s.received), upper(s.received))) - s.received) as g (gap) on true
      where s.facility_id = ${facilityId} group by s.facility_id, s.stream order by s.stream limit 20`,
    sql<{ count: number; since: Date | null }[]>`
      select count(*)::int as count, min(first_received_at) as since from packages where facility_id = ${facilityId} and kind = 'check-in'`,
    sql<{ clientId: string; name: string; lastUsedAt: Date | null; suspendedAt: Date | null }[]>`
      select client_id as "clientId", name, last_used_at as "lastUsedAt", suspended_at as "suspendedAt" from machine_clients where facility_id = ${facilityId} order by created_at`,
  ]);
  const [line] = lines;
  if (!line) throw notFound();
  return {
    ...line,
    days: dayFigures(arrivals, now),
    figures: feedKinds.flatMap((kind) => kindFigures(kind, arrivals)),
    reasons: reasons.map((r) => ({ ...r, said: saidOf(r.code), lastAt: r.lastAt.toISOString() })),
    sequences: sequences.map(sequenceView),
    expected: { count: expected[0]?.count ?? 0, since: expected[0]?.since?.toISOString() },
    rhythms: feedKinds.map((kind) => {
      const row = feeds.find((f) => f.kind === kind);
      return {
        kind,
        everyHours: row?.everyHours ?? undefined,
        workingDays: row?.workingDays ?? false,
        since: row?.since ?? undefined,
        source: row?.source ?? undefined,
        own: row?.own ?? false,
      };
    }),
    outages: outages.filter((o) => o.facilityId === facilityId && (!o.endsAt || o.endsAt > now)).map(outageView),
    clients: clients.map(({ suspendedAt, lastUsedAt, ...c }) => ({
      ...c,
      lastUsedAt: lastUsedAt?.toISOString(),
      suspended: suspendedAt !== null,
    })),
  };
}

function dayFigures(arrivals: ArrivalRow[], now: Date): DayFigures[] {
  return Array.from({ length: DAYS }, (_, i) => {
    const day = localDay(new Date(now.getTime() - (DAYS - 1 - i) * 86_400_000));
    const row = arrivals.find((a) => a.kind === "all" && a.day === day);
    return { day, accepted: row?.accepted ?? 0, rejected: row?.rejected ?? 0, quarantined: row?.quarantined ?? 0 };
  });
}

function kindFigures(kind: FeedKind, arrivals: ArrivalRow[]): KindFigures[] {
  const rows = arrivals.filter((a) => a.kind === kind);
  if (rows.length === 0) return [];
  const sum = (of: (row: ArrivalRow) => number) => rows.reduce((n, row) => n + of(row), 0);
  const worst = Math.max(-1, ...rows.map((r) => r.worst ?? -1));
  const delays = rows.map((r) => r.delays);
  // Told by the end of a stretch, and nothing takes longer than the slowest.
  const half = delayHours(delays, 0.5);
  return [
    {
      kind,
      accepted: sum((r) => r.accepted),
      rejected: sum((r) => r.rejected),
      withdrawn: sum((r) => r.withdrawn),
      medianHours: half === undefined ? undefined : Math.min(half, Math.ceil(Math.max(worst, 1) / 3600)),
      worstSeconds: worst < 0 ? undefined : worst,
    },
  ];
}

const SHOWN_GAPS = 10;

const sequenceView = (row: SequenceRow): SequenceView => ({
  stream: row.stream,
  highest: Number(row.highest),
  missing: Number(row.missing),
  gaps: (row.gaps ?? []).slice(0, SHOWN_GAPS),
  lastAt: row.lastAt.toISOString(),
});

const notFound = () => new DomainError("not-found", "no-such-facility", "There is no such facility.");
