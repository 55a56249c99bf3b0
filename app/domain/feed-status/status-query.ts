import type { PendingQuery, Row, Sql, TransactionSql } from "postgres";
import { type FeedKind, feedKinds } from "./kinds.ts";
import { concerns, feedStatus, isInForce, type Outage, PROVINCE, type Pulled } from "./status-rules.ts";
import type { KindStatusView, OutageView, StatusView } from "./view.ts";

type Fragment = PendingQuery<Row[]>;
type AnySql = Sql | TransactionSql;

export interface FeedRow {
  facilityId: string;
  facility: string;
  kind: FeedKind;
  everyHours: number | null;
  workingDays: boolean | null;
  since: string | null;
  source: string | null;
  own: boolean | null;
  firstReceivedAt: Date | null;
  lastReceivedAt: Date | null;
  lastEventAt: Date | null;
  /** How its own server is asked, where it is. */
  pulledEvery: number | null;
  pulledOpen: boolean | null;
  pulledAt: Date | null;
  /** Days of the last fortnight on which it came; where they were asked for. */
  days?: string[];
  /** How many facilities are expected to send this kind; where it was asked for. */
  expected?: number;
}

const columns = (sql: AnySql): Fragment => sql`
  k.facility_id as "facilityId", coalesce(n.short_name, '?') as facility, k.kind, k.every_hours as "everyHours", k.working_days as "workingDays", k.since::text as since,
  k.source, k.own, k.first_received_at as "firstReceivedAt", k.last_received_at as "lastReceivedAt", k.last_event_at as "lastEventAt",
  p.every_minutes as "pulledEvery", p.state <> 'closed' as "pulledOpen", p.last_success_at as "pulledAt"`;

/** The server of the facility `k`, where it is asked, as `p`. */
const pulled = (sql: AnySql): Fragment =>
  sql`left join pulled_sources p on p.facility_id = k.facility_id and p.suspended_at is null`;

/** Every facility and kind that is expected or ever came, as `k`. */
const known = (sql: AnySql): Fragment => sql`
  (select coalesce(x.facility_id, s.facility_id) as facility_id, coalesce(x.kind, s.kind) as kind, x.every_hours, x.working_days, x.since, x.source, x.own,
     s.first_received_at, s.last_received_at, s.last_event_at
   from feed_expectations x full join (select * from feed_states where kind <> 'all') s on s.facility_id = x.facility_id and s.kind = x.kind)`;

/** Facilities and kinds with the days they came on. `where` speaks of `k`. The same for whoever asks. */
export const feedRowsQuery = (sql: AnySql, where: Fragment) => sql<FeedRow[]>`
  select ${columns(sql)}, array(
    select a.day::text from feed_arrivals a where a.facility_id = k.facility_id and a.kind = k.kind and a.day > current_date - 17 and a.accepted + a.withdrawn > 0) as days
  from ${known(sql)} k join facility_names n on n.facility_id = k.facility_id and n.valid_to is null ${pulled(sql)}
  where ${where} order by n.code5 nulls last, array_position(${[...feedKinds]}::text[], k.kind)`;

const MOST_NAMED = 4;

/** Of each kind the few facilities that look worst, hospitals first, and how many are expected to send it. */
export const worstFeedsQuery = (sql: AnySql, now: Date) => sql<FeedRow[]>`
  select * from (
    select ${columns(sql)}, (count(*) over (partition by k.kind))::int as expected, row_number() over (partition by k.kind order by
      (k.last_received_at + make_interval(hours => k.every_hours) > ${now}::timestamptz) nulls last, f.kind <> 'hospital', k.last_received_at desc nulls last, n.code5) as place
    from ${known(sql)} k join facilities f on f.id = k.facility_id join facility_names n on n.facility_id = k.facility_id and n.valid_to is null ${pulled(sql)}
    where k.every_hours is not null) w
  where w.place <= ${MOST_NAMED}`;

export interface OutageRow {
  id: string;
  facilityId: string;
  facility: string | null;
  kinds: string[];
  startsAt: Date;
  endsAt: Date | null;
  vi: string;
  en: string;
}

/** Notices in force or ahead, and those of the days that are looked back on for gaps. */
export const outagesQuery = (sql: AnySql, now: Date) => sql<OutageRow[]>`
  select o.id, o.facility_id as "facilityId", n.short_name as facility, o.kinds, o.starts_at as "startsAt", o.ends_at as "endsAt", o.text_vi as vi, o.text_en as en
  from feed_outages o left join facility_names n on n.facility_id = o.facility_id and n.valid_to is null
  where o.ends_at is null or o.ends_at > ${now}::timestamptz - interval '17 days' order by o.starts_at desc`;

/** A row's state as pages show it. */
export function kindStatus(row: FeedRow, outages: readonly OutageRow[], now: Date): KindStatusView {
  const rhythm =
    row.everyHours === null
      ? undefined
      : { everyHours: row.everyHours, workingDays: row.workingDays ?? false, since: row.since ?? "" };
  const pulled = pulledOf(row);
  const status = feedStatus(
    {
      pulled,
      kind: row.kind,
      rhythm,
      lastReceivedAt: row.lastReceivedAt ?? undefined,
      firstReceivedAt: row.firstReceivedAt ?? undefined,
      days: row.days,
      outages: outages.filter((o) => isAbout(o, row.facilityId)).map(asOutage),
    },
    now,
  );
  return {
    facilityId: row.facilityId,
    facility: row.facility,
    kind: row.kind,
    everyHours: rhythm?.everyHours,
    workingDays: rhythm?.workingDays ?? false,
    lastReceivedAt: row.lastReceivedAt?.toISOString(),
    lastEventAt: row.lastEventAt?.toISOString(),
    pulled: pulled && { everyMinutes: pulled.everyMinutes, lastSuccessAt: pulled.lastSuccessAt?.toISOString() },
    status: statusView(status),
  };
}

const pulledOf = ({ pulledEvery, pulledOpen, pulledAt }: FeedRow): Pulled | undefined =>
  pulledEvery === null
    ? undefined
    : { everyMinutes: pulledEvery, lastSuccessAt: pulledAt ?? undefined, open: pulledOpen ?? false };

const isAbout = (outage: { facilityId: string }, facilityId: string): boolean =>
  outage.facilityId === facilityId || outage.facilityId === PROVINCE;

const asOutage = ({ facilityId, kinds, startsAt, endsAt }: OutageRow): Outage => ({
  facilityId,
  kinds,
  startsAt,
  endsAt: endsAt ?? undefined,
});

function statusView(status: ReturnType<typeof feedStatus>): StatusView {
  if (status.state === "on-time") return { state: "on-time", dueAt: status.dueAt?.toISOString() };
  if (status.state === "late") return { ...status, since: status.since.toISOString() };
  if (status.state === "unreachable") return { state: "unreachable", since: status.since?.toISOString() };
  if (status.state === "outage") return { state: "outage", until: status.until?.toISOString() };
  return status;
}

/** Notices in force of these facilities and of the province, for these kinds. */
export function outagesNow(
  rows: readonly OutageRow[],
  now: Date,
  about: { facilityIds?: readonly string[]; kinds?: readonly FeedKind[] } = {},
): OutageView[] {
  const { facilityIds, kinds } = about;
  return rows
    .filter((row) => isInForce(asOutage(row), now))
    .filter((row) => !facilityIds || facilityIds.some((id) => isAbout(row, id)))
    .filter((row) => !kinds || kinds.some((kind) => concerns(asOutage(row), kind)))
    .map(outageView);
}

export const outageView = (row: OutageRow): OutageView => ({
  id: row.id,
  facilityId: row.facilityId === PROVINCE ? undefined : row.facilityId,
  facility: row.facility ?? undefined,
  kinds: row.kinds,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt?.toISOString(),
  text: { vi: row.vi, en: row.en },
});
