import type { Tx } from "#db/client.ts";

/** Class of the advisory locks of clusters; the second number is a person. */
const CLUSTERS = 7_301_957;

/**
 * Until this transaction ends the person is parted from nobody they are merged with: an un-merge waits, and then sees what
 * was stored. Shared, so deliveries never wait for each other. Gives the root of the cluster as it is now.
 */
export async function keepTogether(tx: Tx, personId: string): Promise<string> {
  // Sent together: the second reads what was committed when the first had its lock.
  const [, [person]] = await Promise.all([
    tx.sql`select pg_advisory_xact_lock_shared(${CLUSTERS}, hashtext(${personId}))`,
    tx.sql<{ root: string }[]>`select coalesce(merged_into, id) as root from persons where id = ${personId}`,
  ]);
  return person?.root ?? personId;
}

/** Waits until no delivery to anybody of this cluster is under way, and lets none begin before this transaction ends. */
export async function awaitDeliveries(tx: Tx, root: string): Promise<void> {
  await tx.sql`
    select pg_advisory_xact_lock(${CLUSTERS}, hashtext(c.id::text))
    from (select id from persons where id = ${root} or merged_into = ${root} order by hashtext(id::text)) c`;
}
