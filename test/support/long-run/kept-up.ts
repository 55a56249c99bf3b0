import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll } from "vitest";

const PAUSE_MS = 300;
const LONGEST_START_MS = 90_000;

export interface KeptUp {
  /** Until it says that it is ready: now, or when it has been started again. */
  ready(): Promise<void>;
  /** kill -9; back when it has ended. */
  kill(): Promise<void>;
  /** How often it ended without our killing it, and the last it said then. */
  fell: { times: number; said: string };
}

/** A process that is started again whenever it ends, as a service manager does. */
export function keptUp(file: string, env: Record<string, string>): KeptUp {
  let closed = false;
  let killed = false;
  let child: ChildProcess | undefined;
  let isReady = false;
  const fell = { times: 0, said: "" };

  function start(): void {
    const started = spawn(process.execPath, [file], {
      env: { NODE_ENV: "production", PATH: process.env.PATH ?? "", ...env },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let said = "";
    child = started;
    started.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk).slice(-2_000);
    });
    started.once("message", () => {
      isReady = true;
    });
    started.once("exit", async () => {
      isReady = false;
      if (closed) return;
      if (!killed) Object.assign(fell, { times: fell.times + 1, said });
      killed = false;
      await sleep(PAUSE_MS);
      if (!closed) start();
    });
  }

  async function kill(): Promise<void> {
    const own = child;
    if (!own || own.exitCode !== null || own.signalCode !== null) return;
    const ended = new Promise((resolve) => own.once("exit", resolve));
    killed = true;
    own.kill("SIGKILL");
    await ended;
  }

  start();
  afterAll(() => {
    closed = true;
    return kill();
  });
  const ready = async () => {
    for (const until = Date.now() + LONGEST_START_MS; !isReady; await sleep(50))
      if (Date.now() > until) throw new Error(`${file} does not start: ${fell.said}`);
  };
  return { ready, kill, fell };
}
