import type { Sql } from "postgres";

/**
 * How many rows each table holds of what was taken or waits. Figures about deliveries (`feed_…`) and the bytes of
 * refused ones, which are kept for a while, are left out: they have tests of their own.
 */
export async function rowCounts(superuser: Sql): Promise<Record<string, number>> {
  const tables = await superuser<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not like 'feed\\_%' order by 1`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await superuser<{ n: number }[]>`select count(*)::int as n from ${superuser(name)}`;
    counts[name] = row?.n ?? -1;
  }
  const [refused] = await superuser<{ n: number }[]>`
    select count(*)::int as n from message_bodies b join messages m on m.facility_id = b.facility_id and m.id = b.message_id where m.state = 'rejected'`;
  counts.message_bodies = (counts.message_bodies ?? 0) - (refused?.n ?? 0);
  return counts;
}
