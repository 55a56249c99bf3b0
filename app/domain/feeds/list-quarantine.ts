import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { isId } from "#app/shared/ids.ts";
import type { QuarantineView } from "./quarantine-view.ts";

export const CASES_PER_PAGE = 30;

/**
 * Deliveries that wait for an operator, the oldest first, narrowed by facility and reason. Who may:
 * operators. It says nothing of who they are about.
 */
export async function listQuarantine(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: { facilityId: string | undefined; reason: string | undefined; page: number },
): Promise<QuarantineView> {
  const facilityId = input.facilityId && isId(input.facilityId) ? input.facilityId : undefined;
  const { sql } = ctx.db;
  const rows = await sql<
    { facilityId: string; facility: string; id: string; since: Date; reason: string; decided: boolean; alike: number }[]
  >`
    with open as (
      select q.facility_id, q.message_id, q.opened_at, q.reason, q.state, q.identity, count(*) over (partition by q.identity)::int as alike
      from quarantine_items q join messages m on m.facility_id = q.facility_id and m.id = q.message_id and m.state = 'quarantined'
      where q.state <> 'replayed'
    )
    select o.facility_id as "facilityId", coalesce(n.short_name, '?') as facility, o.message_id as id, o.opened_at as since, o.reason,
      o.state = 'decided' as decided, o.alike
    from open o left join facility_names n on n.facility_id = o.facility_id and n.valid_to is null order by o.opened_at, o.message_id`;
  const facilities = [...new Map(rows.map((r) => [r.facilityId, { id: r.facilityId, name: r.facility }])).values()];
  const reasons = [...new Set(rows.map((r) => r.reason))].sort();
  const reason = reasons.find((r) => r === input.reason);
  const shown = rows.filter((r) => (!facilityId || r.facilityId === facilityId) && (!reason || r.reason === reason));
  const pages = Math.max(1, Math.ceil(shown.length / CASES_PER_PAGE));
  const page = Math.min(Math.max(1, input.page), pages);
  return {
    cases: shown
      .slice((page - 1) * CASES_PER_PAGE, page * CASES_PER_PAGE)
      .map((row) => ({ ...row, since: row.since.toISOString() })),
    facilities,
    reasons,
    filter: { facilityId, reason },
    total: shown.length,
    page,
    pages,
  };
}
