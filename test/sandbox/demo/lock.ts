import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning } from "../running.ts";

interface Holder {
  pid: number;
  origin: string;
  /** It is on its way out: npm ends at Ctrl-C before what it has started. */
  stopping?: boolean;
}

export interface Lock {
  release(): void;
  /** Tells the next start to wait instead of refusing. */
  stopping(): void;
}

/** One demo at a time works in a data folder; a lock left by a crash is nobody's. @throws naming who holds it. */
export async function takeLock(folder: string, origin: string): Promise<Lock> {
  const file = path.join(folder, "demo.lock");
  const mine: Holder = { pid: process.pid, origin };
  for (;;) {
    try {
      fs.writeFileSync(file, JSON.stringify(mine), { flag: "wx" });
      return {
        release: () => fs.rmSync(file, { force: true }),
        stopping: () => fs.writeFileSync(file, JSON.stringify({ ...mine, stopping: true })),
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const held = holder(file);
    if (held?.stopping) {
      await sleep(200);
      continue;
    }
    if (held) {
      throw new Error(
        `The demo is already running at ${held.origin} (process ${held.pid}).\nOpen it there, or stop it with Ctrl-C in its terminal and start again.`,
      );
    }
    fs.rmSync(file, { force: true });
  }
}

function holder(file: string): Holder | undefined {
  try {
    const lock: Holder = JSON.parse(fs.readFileSync(file, "utf8"));
    return lock.pid !== process.pid && isRunning(lock.pid, /demo|sandbox/) ? lock : undefined;
  } catch {
    return undefined;
  }
}
