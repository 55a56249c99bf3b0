import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { migrate } from "#db/migrate.ts";
import { createRoles, type RoleName, roles } from "#db/roles.ts";
import { reachableByOthers, refuseForeign } from "../postgres/binaries.ts";
import { type PostgresServer, startPostgres } from "../postgres/server.ts";
import { startOverHint } from "./explain.ts";

const DATABASE = "so_khoe";

export interface DemoDatabase {
  server: PostgresServer;
  url(role: RoleName): string;
  superuserUrl: string;
}

/**
 * Where the demo's server lives: in the data folder, or, when root runs the demo where the server's own
 * user cannot get – below a private home folder, or under a strict umask – in a folder it can.
 */
export function postgresFolder(dataFolder: string): string {
  if (process.getuid?.() !== 0 || reachableByOthers(dataFolder)) return path.join(dataFolder, "postgres");
  const name = crypto.createHash("sha256").update(dataFolder).digest("hex").slice(0, 12);
  return `/var/tmp/so-khoe-${name}`;
}

/** The demo's PostgreSQL, with roles, database and the current schema. Starting again changes nothing. */
export async function demoDatabase(dataFolder: string, password: string): Promise<DemoDatabase> {
  const folder = postgresFolder(dataFolder);
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (path.dirname(folder) !== dataFolder) refuseForeign(folder);
  let server: PostgresServer | undefined;
  try {
    server = await startPostgres({ folder, durable: true });
    await prepare(server, password);
    const { url } = server;
    const urlOf = (role: RoleName) => url(roles[role], password, DATABASE);
    await migrate(urlOf("owner"));
    return { server, url: urlOf, superuserUrl: server.superuserUrl(DATABASE) };
  } catch (error) {
    await server?.stop();
    if (!(error instanceof Error) || "path" in error) throw error;
    throw startOverHint(`The database in ${folder} cannot be used: ${error.message}`);
  }
}

async function prepare(server: PostgresServer, password: string): Promise<void> {
  const sql = postgres(server.superuserUrl(), { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(createRoles());
    for (const role of Object.values(roles)) {
      if (role !== roles.guard) await sql.unsafe(`alter role ${role} login password '${password}'`);
    }
    const [exists] = await sql`select from pg_database where datname = ${DATABASE}`;
    if (!exists) await sql.unsafe(`create database ${DATABASE} owner ${roles.owner} encoding 'UTF8'`);
  } finally {
    await sql.end();
  }
}
