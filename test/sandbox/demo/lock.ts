import fs from "node:fs";
import path from "node:path";
import { isRunning } from "../running.ts";

interface Holder {
  pid: number;
  origin: string;
}

/** One demo at a time works in a data folder; a lock left by a crash is nobody's. @throws naming who holds it. */
export function takeLock(folder: string, origin: string): () => void {
  const file = path.join(folder, "demo.lock");
  const mine = JSON.stringify({ pid: process.pid, origin });
  for (;;) {
    try {
      fs.writeFileSync(file, mine, { flag: "wx" });
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const held = holder(file);
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
