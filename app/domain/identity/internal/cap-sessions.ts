import { ownCluster } from "#app/domain/persons/cluster.ts";
import type { Tx } from "#db/client.ts";
import { MOST_SESSIONS } from "../rules.ts";

/**
 * A person has so many sessions at once: one more ends the oldest. Nobody is refused, for whoever fills them up with
 * somebody's account must not keep that person out.
 */
export async function capSessions(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.sql`
    with ${ownCluster(tx.sql, personId)}, old as (
      select s.id from own join sessions s on s.person_id = own.id where s.ended_at is null and s.ends_at > ${now}
      order by s.created_at desc, s.id desc offset ${MOST_SESSIONS}
    )
    update sessions s set ended_at = ${now}, ended_why = 'too-many' from old where s.id = old.id`;
}
