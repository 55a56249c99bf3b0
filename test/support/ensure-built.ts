import { spawn } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning } from "../sandbox/running.ts";

const STAMP = "build/.stamp";
const LOCK = ".cache/building";
const SOURCES = ["app", "db", "public", "remix.config.js", "vite.config.ts", "package.json", "package-lock.json"];

/** Is what stands in `build/` made from the sources as they are? */
export function isBuilt(root: string, wanted = fingerprint(root)): boolean {
  const stamp = path.join(root, STAMP);
  return fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted;
}

/** Builds the portal if the sources changed since it was last built. Several processes may ask at once. */
export async function ensureBuilt(root: string, say: (line: string) => void = () => undefined): Promise<void> {
  const wanted = fingerprint(root);
  if (isBuilt(root, wanted)) return;
  const lock = path.join(root, LOCK);
  await take(lock);
  try {
    if (isBuilt(root, wanted)) return;
    say("Building the portal (first start, or the sources changed) …");
    await run(root, (pid) => fs.appendFileSync(lock, `${pid}\n`));
    fs.writeFileSync(path.join(root, STAMP), wanted);
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function fingerprint(root: string): string {
  const hash = crypto.createHash("sha256").update(process.version);
  for (const file of SOURCES.flatMap((source) => filesOf(path.join(root, source)))) {
    hash.update(path.relative(root, file)).update(fs.readFileSync(file));
  }
  return hash.digest("hex");
}

function filesOf(at: string): string[] {
  if (!fs.statSync(at).isDirectory()) return [at];
  return fs
    .readdirSync(at)
    .sort()
    .flatMap((name) => filesOf(path.join(at, name)));
}

/** A file is made by one process only. One left by a crash counts while a build it started still writes. */
async function take(lock: string): Promise<void> {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      fs.writeFileSync(lock, `${process.pid}\n`, { flag: "wx" });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (!isHeld(lock)) fs.rmSync(lock, { force: true, recursive: true });
      await sleep(200);
    }
  }
}

function isHeld(lock: string): boolean {
  try {
    return fs
      .readFileSync(lock, "utf8")
      .trim()
      .split("\n")
      .some((pid) => isRunning(Number(pid), /node|npm/));
  } catch {
    return false;
  }
}

function run(root: string, onStart: (pid: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["run", "--silent", "build"], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production" },
    });
    if (child.pid) onStart(child.pid);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        said = (said + chunk).slice(-6_000);
      });
    }
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`The build failed:\n${said}`))));
  });
}
