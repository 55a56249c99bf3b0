import type { OperatorActor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { isId } from "#app/shared/ids.ts";
import { lineView, type StaffRow } from "./internal/line-view.ts";
import { EXPIRING_DAYS } from "./rules.ts";
import type { StaffListView } from "./view.ts";

export const STAFF_PER_PAGE = 40;
export const staffFilters = ["in-force", "expiring", "expired", "coming", "ended", "all"] as const;

export interface StaffFilter {
  facilityId: string | undefined;
  state: (typeof staffFilters)[number];
  /** From 1; beyond the last page is the last page. */
  page: number;
}

/** The roster by facility and state, soonest to end first. Who may: operators; names are those of the employer. */
export async function listStaff(ctx: Ctx<OperatorActor>, filter: StaffFilter): Promise<StaffListView> {
  const { state } = filter;
  const facilityId = filter.facilityId && isId(filter.facilityId) ? filter.facilityId : null;
  const now = ctx.now();
  const soon = new Date(now.getTime() + EXPIRING_DAYS * 86_400_000);
  const rows = await ctx.db.sql<(StaffRow & { total: number })[]>`
    with lines as (
      select r.*, case when r.ended_at is not null then 'ended' when r.valid_to <= ${now} then 'expired' when r.valid_from > ${now} then 'coming'
        when r.valid_to <= ${soon} then 'expiring' else 'in-force' end as state
      from staff_roles r where ${facilityId}::uuid is null or r.facility_id = ${facilityId}
    ), wanted as (
      select * from lines where ${state} = 'all' or state = ${state} or (${state} = 'in-force' and state = 'expiring')
    ), counted as (select count(*)::int as total from wanted)
    select w.id, w.person_id as "personId", w.role, w.name, w.degree, w.licence_number as "licenceNumber", w.valid_from as "validFrom",
      w.valid_to as "validTo", w.ended_at as "endedAt", f.short_name as facility, p.demographics, c.total
    from wanted w cross join counted c join persons p on p.id = w.person_id
      left join facility_names f on f.facility_id = w.facility_id and f.valid_to is null
    order by w.valid_to nulls last, f.short_name nulls first, w.role, w.id
    limit ${STAFF_PER_PAGE} offset (select least(${(filter.page - 1) * STAFF_PER_PAGE}::bigint,
      (greatest(c.total, 1) - 1) / ${STAFF_PER_PAGE}::int * ${STAFF_PER_PAGE}::int) from counted c)`;
  const total = rows[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / STAFF_PER_PAGE));
  return { lines: rows.map((row) => lineView(ctx, row)), page: Math.min(filter.page, pages), pages, total };
}
