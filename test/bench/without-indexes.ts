import type postgres from "postgres";

const TABLES = ["entries", "entry_lookup"];

/** Fills tables as a bulk load does: their indexes are taken away before, and built again from the definitions they had. */
export async function withoutIndexes<T>(sql: postgres.Sql, work: () => Promise<T>): Promise<T> {
  const keys = await sql<{ table: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'p' and conrelid = any (${TABLES}::regclass[])`;
  const indexes = await sql<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') as definition
    from pg_index i where i.indrelid = any (${TABLES}::regclass[]) and not i.indisprimary`;
  await said(sql, "full_page_writes = off", "autovacuum = off");
  for (const { table, name } of keys) await sql.unsafe(`alter table ${table} drop constraint "${name}"`);
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  const done = await work();
  await sql`set maintenance_work_mem = '1GB'`;
  for (const { table, name, definition } of keys)
    await sql.unsafe(`alter table ${table} add constraint "${name}" ${definition}`);
  for (const { definition } of indexes) await sql.unsafe(definition);
  await said(sql, "full_page_writes = on", "autovacuum = on");
  await sql`checkpoint`;
  return done;
}

async function said(sql: postgres.Sql, ...settings: string[]): Promise<void> {
  for (const setting of settings) await sql.unsafe(`alter system set ${setting}`);
  await sql`select pg_reload_conf()`;
}
