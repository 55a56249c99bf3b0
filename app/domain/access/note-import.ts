import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";

/**
 * Says in a person's own log that an operator began to bind deliveries to them (basis duty), before the
 * first is taken: what then stops half-way is in the log all the same. The event opens nothing: it has no sections.
 */
export async function noteImport(tx: Pick<Tx, "sql">, input: { personId: string; facilityId: string }): Promise<void> {
  await tx.sql`
    insert into access_events (person_id, id, outcome, basis, purpose, action, sections, labels, actor_kind, actor_facility_id, subject)
    values (${input.personId}, ${newId()}, 'permit', 'duty', 'HOPERAT', 'change', '{}', '{}', 'operator', ${input.facilityId}, 'import')`;
}
