import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePortFamily } from "../sandbox/ports.ts";
import { table } from "./support.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const GOAL = { fresh: 180, warm: 10 };
const WARM = 3;

interface Start {
  seconds: number;
  stopSeconds: number;
  /** What the demo says of its own steps. */
  steps: Map<string, string>;
}

/** A newcomer's first start – clone, nothing installed, npm's cache empty – and the next ones. Clones what is committed. */
export async function benchDemo(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-bench-demo-"));
  fs.chmodSync(folder, 0o755);
  try {
    const clone = path.join(folder, "so-khoe");
    const began = performance.now();
    const cloned = spawnSync("git", ["clone", "--quiet", ROOT, clone], { encoding: "utf8" });
    if (cloned.status !== 0) throw new Error(`The clone failed: ${cloned.stderr}`);
    const cloning = (performance.now() - began) / 1000;
    const port = await freePortFamily(6);
    const fresh = await start(clone, port, path.join(folder, "npm-cache"));
    const warm: Start[] = [];
    for (let i = 0; i < WARM; i++) warm.push(await start(clone, port, path.join(folder, "npm-cache")));
    report(cloning + fresh.seconds, fresh, warm);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

function report(freshSeconds: number, fresh: Start, warm: Start[]): void {
  const quickest = warm.reduce((a, b) => (a.seconds < b.seconds ? a : b));
  const s = (n: number) => n.toFixed(1);
  const load = os.loadavg()[0] ?? 0;
  table([
    ["start", "seconds", "goal", "ratio", "stop s"],
    [
      "fresh: clone, install, build, load",
      s(freshSeconds),
      `< ${GOAL.fresh}`,
      (freshSeconds / GOAL.fresh).toFixed(2),
      s(fresh.stopSeconds),
    ],
    [
      `warm, best of ${WARM}`,
      s(quickest.seconds),
      `< ${GOAL.warm}`,
      (quickest.seconds / GOAL.warm).toFixed(2),
      s(quickest.stopSeconds),
    ],
  ]);
  process.stdout.write(
    `\n${os.cpus().length} cores, load ${load.toFixed(1)} at the end. Steps in seconds (some run at the same time):\n\n`,
  );
  const names = [...new Set([...fresh.steps.keys(), ...quickest.steps.keys()])];
  table([
    ["step", "fresh", "warm"],
    ...names.map((name) => [name, fresh.steps.get(name) ?? "", quickest.steps.get(name) ?? ""]),
  ]);
}

/** From typing the command to the last words, and from Ctrl-C to the end. */
async function start(clone: string, port: number, cache: string): Promise<Start> {
  const env = { ...process.env, npm_config_cache: cache };
  for (const name of Object.keys(env))
    if (/^(npm_(?!config_cache)|NODE_ENV$|TESTDATA_DIR$|FORCE_COLOR$)/i.test(name)) Reflect.deleteProperty(env, name);
  const began = performance.now();
  const child = spawn("npm", ["run", "demo", "--", "--port", String(port)], {
    cwd: clone,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that Ctrl-C can be given to all of it as a terminal does.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let said = "";
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        said += chunk;
        if (said.includes("Sổ Khỏe is ready.")) resolve();
      });
    child.once("exit", (code) => reject(new Error(`The demo ended at start (${code}):\n${said}`)));
  });
  const seconds = (performance.now() - began) / 1000;
  const stopping = performance.now();
  if (child.pid) process.kill(-child.pid, "SIGINT");
  await ended;
  // npm is gone before what it started.
  while (fs.existsSync(path.join(clone, ".data/demo.lock"))) await sleep(20);
  return { seconds, stopSeconds: (performance.now() - stopping) / 1000, steps: stepsOf(said) };
}

const stepsOf = (said: string): Map<string, string> =>
  new Map([...said.matchAll(/^✓ (.+?)(?: \([^\d)]*\))?,? \(?([\d.]+) s\)?$/gm)].map((m) => [m[1] ?? "", m[2] ?? ""]));
