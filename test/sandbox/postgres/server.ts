import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../ports.ts";
import { postgresBinaries } from "./binaries.ts";
import { endLeftOver } from "./left-over.ts";

const NOBODY = 65534;

export interface PostgresServer {
  port: number;
  /** Connection address of the superuser, for roles and databases only. */
  superuserUrl(database?: string): string;
  url(role: string, password: string, database: string): string;
  stop(): Promise<void>;
  process: ChildProcess;
}

export interface PostgresOptions {
  /** Folder of this server; `data` and `superuser.secret` are made in it. */
  folder: string;
  /** Tests trade durability for speed; the demo and history tests do not. */
  durable: boolean;
  settings?: Record<string, string>;
}

/** Starts a PostgreSQL that lives in `folder`, making it first if need be. Loopback only. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const asNobody = process.getuid?.() === 0;
  const binaries = postgresBinaries(asNobody);
  const data = path.join(options.folder, "data");
  fs.mkdirSync(options.folder, { recursive: true, mode: 0o755 });
  const env = { ...process.env, LD_LIBRARY_PATH: binaries.libraries, LC_ALL: "C", TZ: "UTC" };
  const as = asNobody ? { uid: NOBODY, gid: NOBODY } : {};

  await endLeftOver(data);
  const password = secret(path.join(options.folder, "superuser.secret"));
  if (!fs.existsSync(data)) initialise(binaries.initdb, options, data, password, { env, as });

  const port = await freePort();
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "120",
    timezone: "UTC",
    ...(options.durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
    ...options.settings,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(binaries.postgres, ["-D", data, ...args], {
    ...as,
    env,
    cwd: data,
    stdio: ["ignore", "ignore", "pipe"],
    // Its own group: Ctrl-C in the terminal must not stop the database before its users.
    detached: true,
  });
  await ready(child);
  const at = (user: string, pass: string, database: string) =>
    `postgres://${user}:${encodeURIComponent(pass)}@127.0.0.1:${port}/${database}`;
  return {
    port,
    process: child,
    superuserUrl: (database = "postgres") => at("postgres", password, database),
    url: (role, pass, database) => at(role, pass, database),
    stop: () => stop(child),
  };
}

/** A random secret kept in a file only its owner can read. */
function secret(file: string): string {
  if (!fs.existsSync(file)) fs.writeFileSync(file, crypto.randomBytes(24).toString("base64url"), { mode: 0o600 });
  return fs.readFileSync(file, "utf8").trim();
}

/** initdb into a side folder, renamed when complete: a crash leaves nothing half-made behind. */
function initialise(
  initdb: string,
  options: PostgresOptions,
  data: string,
  password: string,
  run: { env: NodeJS.ProcessEnv; as: { uid?: number; gid?: number } },
): void {
  const partial = `${data}.partial`;
  fs.rmSync(partial, { recursive: true, force: true });
  fs.mkdirSync(partial, { mode: 0o700 });
  const pwfile = path.join(partial, "..", "initdb.secret");
  fs.writeFileSync(pwfile, `${password}\n`, { mode: 0o600 });
  if (run.as.uid !== undefined && run.as.gid !== undefined) {
    fs.chownSync(partial, run.as.uid, run.as.gid);
    fs.chownSync(pwfile, run.as.uid, run.as.gid);
  }
  const args = ["-D", partial, "-U", "postgres", `--pwfile=${pwfile}`, "--auth=scram-sha-256"];
  args.push("--encoding=UTF8", "--locale=C", "--lc-messages=C", "--data-checksums");
  if (!options.durable) args.push("--no-sync");
  const made = spawnSync(initdb, args, { ...run.as, env: run.env, cwd: partial, encoding: "utf8" });
  fs.rmSync(pwfile, { force: true });
  if (made.status !== 0) {
    fs.rmSync(partial, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not be initialised in ${data}:\n${made.error ?? made.stderr}`);
  }
  fs.renameSync(partial, data);
}

async function ready(child: ChildProcess): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`PostgreSQL ended at start (code ${code}):\n${said}`)));
    child.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk).slice(-8000);
      if (said.includes("database system is ready to accept connections")) resolve();
    });
  });
  child.removeAllListeners("exit");
  child.stderr?.removeAllListeners("data").resume();
}

/** SIGINT is PostgreSQL's fast shutdown; SIGQUIT if it does not follow in ten seconds. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGINT");
  const giveUp = new AbortController();
  await Promise.race([
    ended,
    sleep(10_000, undefined, { signal: giveUp.signal }).then(
      () => child.kill("SIGQUIT"),
      () => undefined,
    ),
  ]);
  await ended;
  giveUp.abort();
}
