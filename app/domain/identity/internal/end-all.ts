import { ownCluster } from "#app/domain/persons/cluster.ts";
import type { Tx } from "#db/client.ts";

/** Ends sessions of a person and those merged with them: one, or all but one, or all. Gives which. */
export async function endSessionsOf(
  tx: Pick<Tx, "sql">,
  wanted: { personId: string; now: Date; why: string; only?: string; but?: string },
): Promise<string[]> {
  const { personId, now, why, only, but } = wanted;
  const rows = await tx.sql<{ id: string }[]>`
    with ${ownCluster(tx.sql, personId)}
    update sessions s set ended_at = ${now}, ended_why = ${why} from own
    where s.person_id = own.id and s.ended_at is null
      and (${only ?? null}::uuid is null or s.id = ${only ?? null}) and s.id is distinct from ${but ?? null}::uuid
    returning s.id`;
  return rows.map((row) => row.id);
}
