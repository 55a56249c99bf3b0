import type { OperatorActor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { findPersons } from "#app/domain/persons/find-persons.ts";
import { scopedAll } from "#app/domain/persons/scoped-identifier.ts";
import { personalNumber } from "#app/shared/identifiers.ts";
import { foldName } from "#app/shared/names.ts";
import { lineView, namesOf, type StaffRow } from "./internal/line-view.ts";
import type { StaffLineView } from "./view.ts";

export const MOST_FOUND = 50;

/**
 * Lines of the roster by personal number, licence number or a part of a name, whatever its marks. Names are sealed, so
 * each line's is opened and compared here; the roster of a province is some ten thousand. Who may: operators.
 */
export async function searchStaff(ctx: Ctx<OperatorActor>, said: string): Promise<StaffLineView[]> {
  const text = said.trim().slice(0, 120);
  if (foldName(text) === "") return [];
  const number = personalNumber(text);
  const persons = await ctx.db.transaction({}, async (tx) => {
    await recordAct(tx, ctx, { act: "staff.searched", about: { kind: "roster", id: "search" } });
    if (!number) return [];
    return findPersons(tx, ctx.keys, scopedAll([{ kind: "personal_number", system: "", value: number }], undefined));
  });
  const rows = await ctx.db.sql<StaffRow[]>`
    select r.id, r.person_id as "personId", r.role, r.name, r.degree, r.licence_number as "licenceNumber", r.valid_from as "validFrom",
      r.valid_to as "validTo", r.ended_at as "endedAt", f.short_name as facility, p.demographics
    from staff_roles r join persons p on p.id = r.person_id
      left join facility_names f on f.facility_id = r.facility_id and f.valid_to is null
    where not ${number !== undefined} or p.id = any(${persons.map((p) => p.id)}::uuid[]) or p.merged_into = any(${persons.map((p) => p.id)}::uuid[])
    order by r.ended_at nulls first, r.valid_to nulls first, r.id`;
  const folded = foldName(text);
  const fits = (row: StaffRow) => {
    const { roster, verified } = namesOf(ctx, row);
    return [roster, verified, row.licenceNumber].some((one) => one && foldName(one).includes(folded));
  };
  const found = number ? rows : rows.filter(fits);
  return found.slice(0, MOST_FOUND).map((row) => lineView(ctx, row));
}
