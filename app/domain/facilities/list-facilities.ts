import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { localDay } from "#app/shared/dates.ts";
import type { FacilitiesView, FacilityRowView } from "./view.ts";

type Row = Omit<FacilityRowView, "lastReceivedAt" | "late"> & { lastReceivedAt: Date | null };

/** Every facility, with its present names and how its feed does. Who may: operators. */
export async function listFacilities(ctx: Ctx<Extract<Actor, { kind: "operator" }>>): Promise<FacilitiesView> {
  const rows = await ctx.db.read(
    { "app.duty": "operator" },
    (sql) => sql<Row[]>`
    with month as (select date_trunc('month', ${localDay(ctx.now())}::date)::date as first)
    select f.id, f.kind, n.name, n.name_en as "nameEn", n.short_name as "shortName", n.code5, n.code13, f.address, f.phone, f.legal_basis as "legalBasis",
      f.expected_every_hours as "expectedEveryHours",
      (select m.received_at from messages m where m.facility_id = f.id order by m.received_at desc limit 1) as "lastReceivedAt",
      (select count(*)::int from machine_clients c where c.facility_id = f.id and c.suspended_at is null) as clients,
      (select jsonb_build_object('thisMonth', count(*) filter (where d.day >= month.first), 'lastMonth', count(*) filter (where d.day < month.first))
        from paper_demands d where d.facility_id = f.id and d.day >= month.first - interval '1 month') as "paperDemands"
    from month cross join facilities f join facility_names n on n.facility_id = f.id and n.valid_to is null
    order by n.code5 nulls last, n.name`,
  );
  return { facilities: rows.map((row) => facilityRow(row, ctx.now())) };
}

function facilityRow(row: Row, now: Date): FacilityRowView {
  const { lastReceivedAt, ...facility } = row;
  return {
    ...facility,
    nameEn: facility.nameEn ?? undefined,
    code5: facility.code5 ?? undefined,
    code13: facility.code13 ?? undefined,
    address: facility.address ?? undefined,
    phone: facility.phone ?? undefined,
    expectedEveryHours: facility.expectedEveryHours ?? undefined,
    lastReceivedAt: lastReceivedAt?.toISOString(),
    late: isLate(lastReceivedAt, facility.expectedEveryHours ?? undefined, now),
  };
}

/** Nothing came for longer than this facility's rhythm; one without a rhythm is never late. */
export function isLate(lastReceivedAt: Date | null, expectedEveryHours: number | undefined, now: Date): boolean {
  if (expectedEveryHours === undefined) return false;
  return !lastReceivedAt || now.getTime() - lastReceivedAt.getTime() > expectedEveryHours * 3_600_000;
}
