import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { OperatorSummaryView } from "./view.ts";

/** Figures for the operators' first page. Who may: operators. */
export async function summariseFeeds(ctx: Ctx<Extract<Actor, { kind: "operator" }>>): Promise<OperatorSummaryView> {
  const dayAgo = new Date(ctx.now().getTime() - 86_400_000);
  const [row] = await ctx.db.sql<OperatorSummaryView[]>`
    select (select count(*)::int from facilities) as facilities,
      (select count(*)::int from machine_clients where suspended_at is null) as clients,
      (select count(*)::int from messages where received_at > ${dayAgo}) as "messagesLastDay",
      (select count(*)::int from messages where state = 'quarantined') as quarantined,
      (select count(*)::int from messages where state = 'rejected' and received_at > ${dayAgo}) as "rejectedLastDay",
      (select count(*)::int from facilities f where f.expected_every_hours is not null and not exists (
        select from messages m where m.facility_id = f.id and m.received_at > ${ctx.now()}::timestamptz - make_interval(hours => f.expected_every_hours))) as "lateFacilities"`;
  return (
    row ?? { facilities: 0, clients: 0, messagesLastDay: 0, quarantined: 0, rejectedLastDay: 0, lateFacilities: 0 }
  );
}
