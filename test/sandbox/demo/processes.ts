import { type ChildProcess, fork } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface Running {
  name: string;
  stop(): Promise<void>;
}

/** Starts one of the built processes and waits until it says that it is up; its log goes to a file. */
export async function startProcess(
  name: string,
  file: string,
  env: Record<string, string>,
  logs: string,
  onCrash: (name: string, log: string) => void,
): Promise<Running> {
  fs.mkdirSync(logs, { recursive: true });
  const log = path.join(logs, `${name}.log`);
  const out = fs.openSync(log, "a");
  const child = fork(file, [], {
    env: { NODE_ENV: "production", PATH: process.env.PATH ?? "", ...env },
    stdio: ["ignore", out, out, "ipc"],
    execArgv: [],
  });
  let stopping = false;
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`The ${name} ended at start (code ${code}):\n${lastLines(log)}`)));
  });
  child.removeAllListeners("exit");
  child.once("exit", () => {
    if (!stopping) onCrash(name, log);
  });
  return {
    name,
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
