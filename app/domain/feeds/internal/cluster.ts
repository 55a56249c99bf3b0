import type { Tx } from "#db/client.ts";

/** The person and those merged with them. */
export async function clusterOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.sql<{ id: string }[]>`
    with root as (select coalesce(merged_into, id) as id from persons where id = ${personId})
    select id from root union all select p.id from root join persons p on p.merged_into = root.id`;
  return rows.map((r) => r.id);
}
