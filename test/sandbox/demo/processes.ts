import { type ChildProcess, fork } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface ProcessOptions {
  name: string;
  file: string;
  env: Record<string, string>;
  /** Folder of the logs; this process has one of its own there. */
  logs: string;
  /** Arguments for Node itself, to run TypeScript. */
  node?: string[];
  onCrash: (message: string) => void;
}

export interface Running {
  /** Resolves when the process says that it is up. */
  ready: Promise<void>;
  stop(): Promise<void>;
}

/** Starts a process of the portal; can be stopped before it is ready. */
export function startProcess({ name, file, env, logs, node = [], onCrash }: ProcessOptions): Running {
  fs.mkdirSync(logs, { recursive: true });
  const log = path.join(logs, `${name}.log`);
  const out = fs.openSync(log, "a");
  const child = fork(file, [], {
    env: { NODE_ENV: "production", PATH: process.env.PATH ?? "", ...env },
    stdio: ["ignore", out, out, "ipc"],
    execArgv: node,
  });
  fs.closeSync(out);
  let stopping = false;
  let up = false;
  const ready = new Promise<void>((resolve, reject) => {
    child.once("message", () => {
      up = true;
      resolve();
    });
    child.once("exit", (code, signal) => {
      if (stopping) resolve();
      else if (up) onCrash(`The ${name} has ended unexpectedly (${signal ?? code}); its last words are in ${log}.`);
      else reject(new Error(`The ${name} ended at start (${signal ?? code}):\n${lastLines(log)}`));
    });
  });
  return {
    ready,
    stop: () => {
      stopping = true;
      return end(child);
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  await Promise.race([ended, sleep(12_000, undefined, { ref: false }).then(() => child.kill("SIGKILL"))]);
  await ended;
}

const lastLines = (file: string): string => fs.readFileSync(file, "utf8").trimEnd().split("\n").slice(-12).join("\n");
