import type { Ctx } from "#app/domain/access/context.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import { ownCluster } from "#app/domain/persons/cluster.ts";
import { DUTY_IDLE_MINUTES, IDLE_MINUTES } from "./rules.ts";
import type { SessionLine } from "./sessions-view.ts";
import type { PersonActor, StaffRole } from "./view.ts";

interface Row {
  id: string;
  device: string;
  network: string;
  since: Date;
  lastUsed: Date;
  role: StaffRole | null;
  facility: string | null;
}

/**
 * Where the person is signed in now, the browser at hand first. Who may: the person, at the book's level, for below
 * it nobody has checked that it is them. @throws DomainError `level-too-low`.
 */
export async function listSessions(ctx: Ctx<PersonActor>, input: { current: string }): Promise<SessionLine[]> {
  requireBookLevel(ctx.actor);
  const now = ctx.now();
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const rows = await ctx.db.sql<Row[]>`
    with ${ownCluster(ctx.db.sql, ctx.actor.personId)}
    select s.id, s.device, s.network, s.created_at as since, s.last_seen_at as "lastUsed", s.role, f.short_name as facility
    from own join sessions s on s.person_id = own.id
    left join facility_names f on f.facility_id = s.facility_id and f.valid_to is null
    where s.ended_at is null and s.ends_at > ${now}
      and s.last_seen_at > case when s.role is null then ${ago(IDLE_MINUTES)} else ${ago(DUTY_IDLE_MINUTES)} end
    order by s.id = ${input.current} desc, s.last_seen_at desc, s.id limit 100`;
  return rows.map(({ since, lastUsed, role, facility, ...row }) => ({
    ...row,
    since: since.toISOString(),
    lastUsed: lastUsed.toISOString(),
    current: row.id === input.current,
    duty: role ? { role, facility: facility ?? undefined } : undefined,
  }));
}
