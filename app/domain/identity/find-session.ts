import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { unsealText } from "#app/adapters/keys/sealing.ts";
import type { AssuranceLevel, LegalKind, ProxyScope } from "#app/domain/access/actor.ts";
import { BOOK_LEVEL } from "#app/domain/access/rules.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import type { Db } from "#db/client.ts";
import { actorOnDuty } from "./internal/duties.ts";
import { sealedForSession } from "./internal/open-session.ts";
import { tokenHash } from "./internal/tokens.ts";
import { COUNTER_LOCK_MINUTES, DUTY_IDLE_MINUTES, IDLE_MINUTES, PRIVACY_NOTICE } from "./rules.ts";
import type { DutyView, SessionView, StaffRole } from "./view.ts";

interface Row {
  id: string;
  personId: string;
  ownerId: string;
  displayName: Buffer;
  level: AssuranceLevel;
  authenticatedAt: Date;
  provider: string;
  atCounter: boolean;
  lastSeenAt: Date;
  sessionEndsAt: Date;
  previousVisitAt: Date | null;
  lockedAt: Date | null;
  lockedBy: "self" | "operator" | null;
  noticeRead: boolean;
  roles: { role: StaffRole; facilityId: string | null; facility: string | null }[];
  role: StaffRole | null;
  facilityId: string | null;
  counterFacility: string | null;
  actingFor: string | null;
  scope: ProxyScope | null;
  legalKind: LegalKind | null;
  endsAt: Date | null;
  represented: Buffer | null;
}

/**
 * The session of a cookie, or `undefined` when it is unknown, idle, over or ended: the next request
 * after signing out is refused, in every process. One round trip; proxies and roles are read fresh, and a
 * duty that is no longer on the roster is over with its session.
 */
export async function findSession(
  ctx: { db: Db; keys: KeyRing; now: () => Date },
  token: string,
  /** The cookie of the counter the browser is, where it is one: a shift is good in that browser alone. */
  counterToken?: string,
): Promise<SessionView | undefined> {
  const now = ctx.now();
  const hash = tokenHash(token);
  const counterHash = counterToken ? tokenHash(counterToken) : null;
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const [row] = await ctx.db.sql<Row[]>`
    with s as (
      select s.*, coalesce(p.merged_into, p.id) as root, c.facility_id as "counterFacility"
      from sessions s join persons p on p.id = s.person_id
        left join counters c on c.id = s.counter_id and c.token_hash = ${counterHash} and c.revoked_at is null
      where s.id_hash = ${hash} and s.ended_at is null and s.ends_at > ${now}
        and s.locked_at is null and (s.counter_id is null or c.id is not null)
        and s.last_seen_at > case when s.counter_id is not null then ${ago(COUNTER_LOCK_MINUTES)} when s.role is null then ${ago(IDLE_MINUTES)} else ${ago(DUTY_IDLE_MINUTES)} end
    ), own as (
      select p.id from s join persons p on p.id = s.root or p.merged_into = s.root
    ), seen as (
      update sessions set last_seen_at = ${now} where id_hash = ${hash} and last_seen_at < case when counter_id is null then ${ago(1)} else ${ago(0.1)} end and exists (select from s)
    )
    select s.id, s.root as "personId", s.person_id as "ownerId", s.display_name as "displayName", s.assurance_level as level, s.authenticated_at as "authenticatedAt",
      s.provider, s.counter_id is not null as "atCounter", s.last_seen_at as "lastSeenAt", s.ends_at as "sessionEndsAt", s.previous_visit_at as "previousVisitAt", l.locked_at as "lockedAt", l.locked_by as "lockedBy",
      exists (select from notice_acknowledgements n where n.person_id in (select id from own) and n.notice = ${PRIVACY_NOTICE.notice} and n.version = ${PRIVACY_NOTICE.version}) as "noticeRead",
      s.role, s.facility_id as "facilityId", s."counterFacility",
      coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'facilityId', r.facility_id, 'facility', f.short_name) order by f.short_name, r.role)
        from (select distinct role, facility_id from staff_roles r where r.person_id in (select id from own) and r.issuer = s.issuer and r.valid_from <= ${now} and (r.valid_to is null or r.valid_to > ${now})) r
        left join facility_names f on f.facility_id = r.facility_id and f.valid_to is null), '[]') as roles,
      coalesce(w.merged_into, w.id) as "actingFor", x.scope, x.legal_kind as "legalKind", x.ends_at as "endsAt", w.demographics as represented
    from s
    left join lateral (
      select locked_at, locked_by from access_locks l where l.person_id in (select id from own) and l.lifted_at is null order by locked_by limit 1
    ) l on true
    left join lateral (
      select * from proxies x where x.person_id in (
          select c.id from persons a join persons c on c.id = coalesce(a.merged_into, a.id) or c.merged_into = coalesce(a.merged_into, a.id) where a.id = s.acting_for)
        and x.helper_id in (select id from own) and x.state = 'active' and x.starts_at <= ${now} and x.ends_at > ${now}
      order by x.ends_at desc limit 1
    ) x on true
    left join persons v on v.id = x.person_id
    left join persons w on w.id = coalesce(v.merged_into, v.id)`;
  if (!row) return undefined;
  // Below the book's level nobody has checked that it is them: what the person is stays untold.
  const held = row.level < BOOK_LEVEL ? [] : row.roles.map(dutyView);
  // At a counter people are on duty for its facility, or there for themselves.
  const roles = row.counterFacility ? held.filter((one) => one.facilityId === row.counterFacility) : held;
  const duty = roles.find((one) => one.role === row.role && one.facilityId === (row.facilityId ?? undefined));
  if (row.role && !duty) return undefined;
  const { actor, actingFor } = duty ? { actor: actorOnDuty(duty, row), actingFor: undefined } : actorOf(ctx.keys, row);
  return {
    id: row.id,
    personId: row.personId,
    provider: row.provider,
    authenticatedAt: row.authenticatedAt,
    displayName: unsealText(ctx.keys, sealedForSession(row.ownerId, "display_name"), row.displayName),
    actor,
    actingFor,
    duty,
    roles,
    shared: row.role !== null || row.atCounter,
    atCounter: row.atCounter,
    ...endsOf(row, now),
    locked: row.lockedAt && row.lockedBy ? { at: row.lockedAt, by: row.lockedBy } : undefined,
    previousVisitAt: row.previousVisitAt ?? undefined,
    noticeDue: row.level >= BOOK_LEVEL && !row.noticeRead,
  };
}

const dutyView = ({ role, facilityId, facility }: Row["roles"][number]): DutyView => ({
  role,
  facilityId: facilityId ?? undefined,
  facility: facility ?? undefined,
});

/** This request counts as a use where the last is more than a minute ago; otherwise that one still does. */
function endsOf(
  { lastSeenAt, sessionEndsAt, role, atCounter }: Row,
  now: Date,
): Pick<SessionView, "idleEndsAt" | "endsAt"> {
  const used = now.getTime() - lastSeenAt.getTime() > 60_000 ? now : lastSeenAt;
  const minutes = atCounter ? COUNTER_LOCK_MINUTES : role ? DUTY_IDLE_MINUTES : IDLE_MINUTES;
  const idle = used.getTime() + minutes * 60_000;
  return { idleEndsAt: new Date(Math.min(idle, sessionEndsAt.getTime())), endsAt: sessionEndsAt };
}

/** Acting for somebody lasts as long as the proxy does; without it the session is the person's own again. */
function actorOf(keys: KeyRing, row: Row): Pick<SessionView, "actor" | "actingFor"> {
  const self = { personId: row.personId, assuranceLevel: row.level, authenticatedAt: row.authenticatedAt };
  if (!row.actingFor || !row.scope || !row.legalKind || !row.endsAt)
    return { actor: { kind: "citizen", ...self }, actingFor: undefined };
  const represented = { personId: row.actingFor, scope: row.scope, legalKind: row.legalKind, endsAt: row.endsAt };
  return {
    actor: { kind: "proxy", ...self, represented },
    actingFor: { personId: row.actingFor, name: unsealNames(keys, row.actingFor, row.represented)[0] ?? "" },
  };
}
