import type postgres from "postgres";

/** Times COPY of the rows stored since `since` into a table like `entries`, with the same partitions and indexes. */
export async function copyReference(sql: postgres.Sql, since: Date): Promise<{ rows: number; seconds: number }> {
  await sql.unsafe("drop table if exists copied");
  await sql.unsafe("create table copied (like entries including all) partition by hash (person_id)");
  for (let i = 0; i < 16; i++)
    await sql.unsafe(`create table copied_${i} partition of copied for values with (modulus 16, remainder ${i})`);
  const columns = await sql<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = 'entries'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`;
  const names = columns.map((c) => c.name).join(", ");
  const [at] = await sql<{ data_directory: string }[]>`show data_directory`;
  const file = `${at?.data_directory}/copied`;
  await sql.unsafe(`copy (select ${names} from entries where received_at >= '${since.toISOString()}') to '${file}'`);
  const start = performance.now();
  const { count } = await sql.unsafe(`copy copied (${names}) from '${file}'`);
  return { rows: count, seconds: (performance.now() - start) / 1000 };
}
