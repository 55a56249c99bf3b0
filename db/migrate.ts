import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { runMigrations as installQueue, Logger } from "graphile-worker";
import postgres from "postgres";
import { openQueueToWorker } from "./queue.ts";
import { createRoles, roles } from "./roles.ts";

const LOCK = 7_301_955;
const silent = new Logger(() => () => undefined);

/**
 * Brings a database to the current schema, as its owner. Several processes may call it at once.
 * @throws when roles are missing or the database is not UTF-8, saying what to run.
 */
export async function migrate(ownerUrl: string, folder = "db/migrations"): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await refuseOtherEncoding(sql);
    await requireRoles(sql);
    await installQueue({ connectionString: ownerUrl, logger: silent });
    await openQueueToWorker(sql);
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    await sql`select ensure_log_partitions(3)`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function refuseOtherEncoding(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ server_encoding: string }[]>`show server_encoding`;
  if (row?.server_encoding !== "UTF8") {
    throw new Error(
      `The database's encoding is ${row?.server_encoding}; Vietnamese needs UTF8. Create it with ENCODING 'UTF8'.`,
    );
  }
}

async function requireRoles(sql: postgres.Sql): Promise<void> {
  const wanted = Object.values(roles);
  const found = await sql<{ rolname: string }[]>`select rolname from pg_roles where rolname = any(${wanted})`;
  const missing = wanted.filter((role) => !found.some((f) => f.rolname === role));
  if (missing.length > 0) {
    throw new Error(
      `Database roles are missing: ${missing.join(", ")}. As a superuser, run once:\n\n${createRoles()}\n`,
    );
  }
}
