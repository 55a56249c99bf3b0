import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll } from "vitest";
import { migrate } from "#db/migrate.ts";
import { createRoles, type RoleName, roles } from "#db/roles.ts";
import { freePort } from "../sandbox/ports.ts";
import { postgresBinaries } from "../sandbox/postgres/binaries.ts";
import { startPostgres } from "../sandbox/postgres/server.ts";

const NOBODY = 65534;
const DATABASE = "so_khoe";

/**
 * A primary with the migrated database and a hot standby that streams from it. The npm packages bring
 * no pg_basebackup, so the standby begins as a copy of the primary's folder while that is stopped.
 */
export async function replicatedDatabase() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-standby-"));
  fs.chmodSync(folder, 0o755);
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  const options = { folder: path.join(folder, "primary"), durable: false, settings: { wal_level: "replica" } };

  const first = await startPostgres(options);
  const admin = postgres(first.superuserUrl(), { max: 1, onnotice: () => undefined });
  await admin.unsafe(createRoles());
  for (const role of Object.values(roles).filter((r) => r !== roles.guard))
    await admin.unsafe(`alter role ${role} login password 'test'`);
  await admin.unsafe(`create database ${DATABASE} owner ${roles.owner}`);
  await migrate(first.url(roles.owner, "test", DATABASE));
  await admin.end();
  await first.stop();

  const copy = path.join(folder, "standby");
  execFileSync("cp", ["-a", path.join(options.folder, "data"), copy]);
  fs.writeFileSync(path.join(copy, "standby.signal"), "");
  const primary = await startPostgres(options);
  const from = new URL(primary.superuserUrl());
  const port = await startStandby(
    copy,
    `host=127.0.0.1 port=${from.port} user=postgres password=${decodeURIComponent(from.password)}`,
  );
  afterAll(() => primary.stop());

  const open = (at: number, role: RoleName | "superuser"): postgres.Sql => {
    const [user, password] =
      role === "superuser" ? ["postgres", decodeURIComponent(from.password)] : [roles[role], "test"];
    const sql = postgres({
      host: "127.0.0.1",
      port: at,
      database: DATABASE,
      user,
      password,
      max: 3,
      onnotice: () => undefined,
    });
    afterAll(() => sql.end({ timeout: 1 }));
    return sql;
  };
  return {
    primary: (role: RoleName | "superuser") => open(primary.port, role),
    standby: (role: RoleName | "superuser") => open(port, role),
  };
}

async function startStandby(data: string, primary: string): Promise<number> {
  const asNobody = process.getuid?.() === 0;
  const binaries = postgresBinaries(asNobody);
  const port = await freePort();
  const settings = {
    port: `${port}`,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "120",
    primary_conninfo: primary,
  };
  const child = spawn(
    binaries.postgres,
    ["-D", data, ...Object.entries(settings).flatMap(([k, v]) => ["-c", `${k}=${v}`])],
    {
      ...(asNobody ? { uid: NOBODY, gid: NOBODY } : {}),
      env: { ...process.env, LD_LIBRARY_PATH: binaries.libraries, LC_ALL: "C", TZ: "UTC" },
      cwd: data,
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  afterAll(() => stop(child));
  await new Promise<void>((resolve, reject) => {
    let said = "";
    child.once("exit", (code) => reject(new Error(`The standby ended at start (code ${code}):\n${said}`)));
    child.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk).slice(-4_000);
      if (said.includes("ready to accept read-only connections")) resolve();
    });
  });
  return port;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGINT");
  await Promise.race([ended, sleep(10_000).then(() => child.kill("SIGQUIT"))]);
  await ended;
}

/** Waits until the standby has replayed what the primary has written so far, which a flushed mark follows. */
export async function caughtUp(primary: postgres.Sql, standby: postgres.Sql): Promise<void> {
  const [now] = await primary<{ lsn: string }[]>`select pg_logical_emit_message(false, 'test', '', true)::text as lsn`;
  for (let tries = 0; tries < 400; tries++) {
    const [row] = await standby<
      { there: boolean }[]
    >`select pg_last_wal_replay_lsn() >= ${now?.lsn ?? "0/0"}::pg_lsn as there`;
    if (row?.there) return;
    await sleep(25);
  }
  throw new Error("The standby does not follow the primary.");
}
