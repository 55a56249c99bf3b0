import { type ChildProcess, spawn } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../ports.ts";
import { postgresBinaries } from "./binaries.ts";
import { initialise } from "./initialise.ts";
import { endLeftOver } from "./left-over.ts";
import { serverUser } from "./user.ts";
import { stopWithUs } from "./watch.ts";

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
  /** Where it listens; a free port unless told. */
  port?: number;
  settings?: Record<string, string>;
}

/** Starts a PostgreSQL that lives in `folder`, making it first if need be. Loopback only. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const data = path.join(options.folder, "data");
  fs.mkdirSync(options.folder, { recursive: true });
  const as = serverUser(data);
  // Another user must get through, whatever umask the folder was made under.
  if (as) fs.chmodSync(options.folder, 0o755);
  const binaries = postgresBinaries(as !== undefined);
  const env = { ...process.env, LD_LIBRARY_PATH: binaries.libraries, LC_ALL: "C", TZ: "UTC" };

  await endLeftOver(data);
  const password = secret(path.join(options.folder, "superuser.secret"));
  if (!fs.existsSync(data))
    await initialise({ initdb: binaries.initdb, data, password, durable: options.durable, env, as });

  const port = options.port ?? (await freePort());
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
  stopWithUs(child);
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

/** A random secret kept in a file only its owner can read, written whole or not at all. */
function secret(file: string): string {
  if (!fs.existsSync(file)) {
    fs.writeFileSync(`${file}.partial`, crypto.randomBytes(24).toString("base64url"), { mode: 0o600 });
    fs.renameSync(`${file}.partial`, file);
  }
  return fs.readFileSync(file, "utf8").trim();
}

async function ready(child: ChildProcess): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    const ended = (code: number | null) => reject(new Error(`PostgreSQL ended at start (code ${code}):\n${said}`));
    child.once("exit", ended);
    child.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk).slice(-8000);
      if (!said.includes("database system is ready to accept connections")) return;
      // Its own listener only: who watches the server needs to hear of its end.
      child.off("exit", ended);
      resolve();
    });
  });
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
