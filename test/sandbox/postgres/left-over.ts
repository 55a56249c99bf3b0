import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning } from "../running.ts";

/**
 * After a crash an orphaned server may still hold the data folder, or its lock file may name a
 * process that is now somebody else's. Ends the first, removes the second, touches nothing else.
 */
export async function endLeftOver(data: string): Promise<void> {
  const lock = path.join(data, "postmaster.pid");
  if (!fs.existsSync(lock)) return;
  const [pidLine, folder] = fs.readFileSync(lock, "utf8").split("\n");
  const pid = Number(pidLine);
  const runs = () => isRunning(pid, /postgres/);
  if (folder === data && runs()) {
    process.kill(pid, "SIGINT");
    for (let i = 0; i < 100 && runs(); i++) await sleep(100);
    if (runs()) process.kill(pid, "SIGQUIT");
    for (let i = 0; i < 50 && runs(); i++) await sleep(100);
  }
  fs.rmSync(lock, { force: true });
}
