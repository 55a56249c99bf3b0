import type { PendingQuery, Row, Sql, TransactionSql } from "postgres";
import type { Tx } from "#db/client.ts";

/**
 * For a statement's `with`: `own (id)`, the person and everybody merged with them. Joined to a table by person, each is
 * looked for in their own partition alone.
 */
export const ownCluster = (sql: Sql | TransactionSql, personId: string): PendingQuery<Row[]> => sql`
  root as (select coalesce(merged_into, id) as id from persons where id = ${personId}),
  own as (select id from root union all select p.id from root join persons p on p.merged_into = root.id)`;

/** The person and those merged with them, the root first. */
export async function clusterOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.sql<{ id: string }[]>`with ${ownCluster(tx.sql, personId)} select id from own`;
  return rows.map((row) => row.id);
}
