import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { type KeyRing, loadKeyRing, makeKeys } from "#app/adapters/keys/key-ring.ts";
import { makeRelyingPartyKeys } from "#app/adapters/keys/relying-party/rotate.ts";
import { makeSigningKey } from "#app/adapters/signing/signing-key.ts";
import { connect, type Db } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { createRoles, type RoleName, roles } from "#db/roles.ts";
import { startPostgres } from "../sandbox/postgres/server.ts";

export interface Bench {
  url(role: RoleName): string;
  connect(role: RoleName, max?: number): Db;
  superuserUrl: string;
  /** Process id of the database server. */
  postmaster: number;
  keys: KeyRing;
  keysDir: string;
  close(): Promise<void>;
}

/** A durable PostgreSQL with the schema, and keys, for one benchmark. */
export async function benchWorld(settings: Record<string, string> = {}): Promise<Bench> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-bench-"));
  fs.chmodSync(folder, 0o755);
  const server = await startPostgres({ folder, durable: true, settings });
  const sql = postgres(server.superuserUrl(), { max: 1, onnotice: () => undefined });
  await sql.unsafe(createRoles());
  for (const role of Object.values(roles))
    if (role !== roles.guard) await sql.unsafe(`alter role ${role} login password 'bench'`);
  await sql.unsafe(`create database bench owner ${roles.owner}`);
  await sql.end();
  const url = (role: RoleName) => server.url(roles[role], "bench", "bench");
  await migrate(url("owner"));
  const keysDir = path.join(folder, "keys");
  makeKeys(keysDir, { sandbox: true });
  await makeSigningKey(keysDir, { sandbox: true });
  await makeRelyingPartyKeys(keysDir, { sandbox: true });
  const open: Db[] = [];
  return {
    url,
    superuserUrl: server.superuserUrl("bench"),
    postmaster: server.process.pid ?? 0,
    keys: loadKeyRing(keysDir),
    keysDir,
    connect: (role, max = 4) => {
      const db = connect(url(role), { applicationName: "bench", max, statementTimeout: 600 });
      open.push(db);
      return db;
    },
    close: async () => {
      await Promise.all(open.map((db) => db.close()));
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Prints a table; the first row names the columns. */
export function table(rows: string[][]): void {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((r) => (r[i] ?? "").length)));
  for (const row of rows) process.stdout.write(`${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")}\n`);
}
