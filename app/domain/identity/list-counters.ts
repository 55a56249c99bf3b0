import type { Ctx } from "#app/domain/access/context.ts";
import type { PersonActor } from "./view.ts";

export interface CounterRowView {
  id: string;
  name: string;
  facility: string;
  registeredAt: string;
  lastUsedAt: string | undefined;
  /** Shifts running there now. */
  shifts: number;
}

interface Row extends Omit<CounterRowView, "registeredAt" | "lastUsedAt"> {
  registeredAt: Date;
  lastUsedAt: Date | null;
}

/** Registered counters: all of them for operators, those of their own facility for staff on duty. */
export async function listCounters(ctx: Ctx<PersonActor>): Promise<CounterRowView[]> {
  const { actor } = ctx;
  const own = "facilityId" in actor ? actor.facilityId : null;
  if (!own && actor.kind !== "operator") return [];
  const rows = await ctx.db.sql<Row[]>`
    select c.id, c.name, coalesce(f.short_name, '?') as facility, c.registered_at as "registeredAt",
      (select max(s.last_seen_at) from sessions s where s.counter_id = c.id and s.ended_at is null) as "lastUsedAt",
      (select count(*)::int from sessions s where s.counter_id = c.id and s.ended_at is null and s.ends_at > ${ctx.now()}) as shifts
    from counters c left join facility_names f on f.facility_id = c.facility_id and f.valid_to is null
    where c.revoked_at is null and (${own}::uuid is null or c.facility_id = ${own}) order by facility, c.name, c.id`;
  return rows.map(({ registeredAt, lastUsedAt, ...row }) => ({
    ...row,
    registeredAt: registeredAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString(),
  }));
}
