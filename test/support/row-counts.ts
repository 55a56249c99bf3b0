import type { Sql } from "postgres";

/** How many rows each table holds. */
export async function rowCounts(superuser: Sql): Promise<Record<string, number>> {
  const tables = await superuser<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await superuser<{ n: number }[]>`select count(*)::int as n from ${superuser(name)}`;
    counts[name] = row?.n ?? -1;
  }
  return counts;
}
