import { spawn } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const STAMP = "build/.stamp";
const LOCK = ".cache/building";
const SOURCES = ["app", "db", "public", "remix.config.js", "vite.config.ts", "package.json", "package-lock.json"];

/** Builds the portal if the sources changed since it was last built. Several processes may ask at once. */
export async function ensureBuilt(root: string, say: (line: string) => void = () => undefined): Promise<void> {
  const wanted = fingerprint(root);
  const stamp = path.join(root, STAMP);
  const isBuilt = () => fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted;
  if (isBuilt()) return;
  const release = await lock(path.join(root, LOCK));
  try {
    if (isBuilt()) return;
    say("Building the portal (first start, or the sources changed) …");
    await run(root);
    fs.writeFileSync(stamp, wanted);
  } finally {
    release();
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

/** A folder is made by one process only; a lock left by one that died is a few minutes old. */
async function lock(folder: string): Promise<() => void> {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  for (;;) {
    try {
      fs.mkdirSync(folder);
      return () => fs.rmdirSync(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const age = Date.now() - (fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 180_000) fs.rmSync(folder, { recursive: true, force: true });
      await sleep(200);
    }
  }
}

function run(root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["run", "--silent", "build"], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production" },
    });
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
