import { type ChildProcess, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll } from "vitest";
import { type ConnectOptions, connect, type Db } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { createRoles, type RoleName, roles } from "#db/roles.ts";
import { freePort } from "#test/sandbox/ports.ts";
import { startPostgres } from "#test/sandbox/postgres/server.ts";

const DATABASE = "so_khoe";
const PASSWORD = "test";

export interface KillableDatabase {
  url(role: RoleName): string;
  connect(role: RoleName, options?: Partial<ConnectOptions>): Db;
  superuser: postgres.Sql;
  /** kill -9 of the server and of every process of it, as when the machine fails. */
  kill(): Promise<void>;
  /** Starts it again on the same folder and port; back when it has recovered. */
  start(): Promise<void>;
}

/** A durable PostgreSQL of this test file's own with the schema, which can be killed. */
export async function killableDatabase(): Promise<KillableDatabase> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-killable-"));
  fs.chmodSync(folder, 0o755);
  const options = { folder, durable: true, port: await freePort() };
  let server = await startPostgres(options);
  const open: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    await Promise.all(open.map((close) => close()));
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const admin = postgres(server.superuserUrl(), { max: 1, onnotice: () => undefined });
  await admin.unsafe(createRoles());
  for (const role of Object.values(roles).filter((r) => r !== roles.guard))
    await admin.unsafe(`alter role ${role} login password '${PASSWORD}'`);
  await admin.unsafe(`create database ${DATABASE} owner ${roles.owner}`);
  await admin.end();
  const url = (role: RoleName) => server.url(roles[role], PASSWORD, DATABASE);
  await migrate(url("owner"));

  const superuser = postgres(server.superuserUrl(DATABASE), { max: 2, onnotice: () => undefined });
  open.push(() => superuser.end({ timeout: 1 }));
  return {
    url,
    superuser,
    connect(role, more) {
      const db = connect(url(role), { applicationName: "test", max: 2, ...more });
      open.push(() => db.close());
      return db;
    },
    kill: () => killAll(server.process),
    start: async () => {
      server = await startPostgres(options);
    },
  };
}

async function killAll({ pid }: ChildProcess): Promise<void> {
  if (!pid) throw new Error("The server does not run.");
  // Stopped first: it must not have further children between the listing and the end.
  process.kill(pid, "SIGSTOP");
  const all = [pid, ...childrenOf(pid)];
  for (const one of all) signal(one, "SIGKILL");
  for (let tries = 0; all.some((one) => signal(one, 0)); tries++) {
    if (tries > 500) throw new Error("A process of the server does not end.");
    await sleep(20);
  }
}

function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const pairs = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([child, parent]) => (parent === pid && child ? [child] : []));
}

/** Was there somebody to tell? What is dead and not yet fetched by its parent is nobody. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name);
  } catch {
    return false;
  }
  return (
    name !== 0 || !spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout.startsWith("Z")
  );
}
