import type { Sql } from "postgres";
import { roles } from "./roles.ts";

const TABLES = ["_private_jobs", "_private_job_queues", "_private_tasks", "_private_known_crontabs"] as const;

/**
 * Lets the worker role work on graphile-worker's tables, which refuse everybody but their owner.
 * The names may change with the library, so this runs after every installation of it.
 */
export async function openQueueToWorker(sql: Sql): Promise<void> {
  const schema = "graphile_worker";
  await sql.unsafe(
    `grant usage on schema ${schema} to ${roles.worker}; grant select on ${schema}.migrations to ${roles.worker}`,
  );
  for (const table of TABLES) {
    await sql.unsafe(`
      grant select, insert, update, delete on ${schema}.${table} to ${roles.worker};
      drop policy if exists worker_all on ${schema}.${table};
      create policy worker_all on ${schema}.${table} for all to ${roles.worker} using (true) with check (true);`);
  }
}
