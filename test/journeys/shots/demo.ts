import { fork } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { demoPorts } from "../../sandbox/demo/options.ts";
import { portTaken } from "../../sandbox/ports.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");

export interface Demo {
  portal: string;
  provider: string;
  /** Ends it, when it was started for the pictures. */
  stop(): Promise<void>;
}

const demoAt = (portal: string, stop: () => Promise<void>): Demo => {
  const { hostname, port } = new URL(portal);
  return { portal, provider: `http://${hostname}:${Number(port) + 1}`, stop };
};

/**
 * The demo that is running, or one of our own beside everything else. Its folder is kept for the next time, one
 * for each port, as roles are granted to people of one provider, whose address holds the port.
 */
export async function findDemo(say: (line: string) => void): Promise<Demo> {
  const running = await runningDemo();
  if (running) {
    say(`Using the demo at ${running}.`);
    return demoAt(running, async () => undefined);
  }
  return startDemo(await freePort(3100), say);
}

async function runningDemo(): Promise<string | undefined> {
  try {
    const { origin } = JSON.parse(fs.readFileSync(path.join(ROOT, ".data/demo.lock"), "utf8"));
    const { ok } = await fetch(`${origin}/ops/readyz`, { signal: AbortSignal.timeout(3_000) });
    return ok ? origin : undefined;
  } catch {
    return undefined;
  }
}

async function freePort(from: number): Promise<number> {
  const taken = await Promise.all(demoPorts(from).map(({ port }) => portTaken(port)));
  return taken.some(Boolean) ? freePort(from + 10) : from;
}

async function startDemo(port: number, say: (line: string) => void): Promise<Demo> {
  say("No demo is running; starting one for the pictures …");
  const args = ["test/sandbox/demo.ts", "--port", String(port), "--data", path.join(ROOT, `.cache/shots-demo-${port}`)];
  const child = fork("app/launch.mjs", args, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: [],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = new Promise<boolean>((resolve) => child.once("message", () => resolve(true)));
  if (!(await Promise.race([ready, ended.then(() => false)]))) throw new Error("The demo did not start.");
  return demoAt(`http://localhost:${port}`, () => {
    child.kill("SIGTERM");
    return ended;
  });
}
