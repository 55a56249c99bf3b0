import { newId } from "#app/shared/ids.ts";
import type { Db } from "#db/client.ts";

/**
 * Says in a person's own log that an operator bound a delivery to them (basis duty). The event opens
 * nothing: it has no sections.
 */
export async function noteImport(ctx: { db: Db }, input: { personId: string; facilityId: string }): Promise<void> {
  await ctx.db.sql`
    insert into access_events (person_id, id, outcome, basis, purpose, action, sections, labels, actor_kind, actor_facility_id, subject)
    values (${input.personId}, ${newId()}, 'permit', 'duty', 'HOPERAT', 'change', '{}', '{}', 'operator', ${input.facilityId}, 'import')`;
}
