import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * After a crash an orphaned server may still hold the data folder, or its lock file may name a
 * process that is now somebody else's. Ends the first, removes the second, touches nothing else.
 */
export async function endLeftOver(data: string): Promise<void> {
  const lock = path.join(data, "postmaster.pid");
  if (!fs.existsSync(lock)) return;
  const [pidLine, folder] = fs.readFileSync(lock, "utf8").split("\n");
  const pid = Number(pidLine);
  if (folder === data && isPostgres(pid)) {
    process.kill(pid, "SIGINT");
    for (let i = 0; i < 100 && isPostgres(pid); i++) await sleep(100);
    if (isPostgres(pid)) process.kill(pid, "SIGQUIT");
    for (let i = 0; i < 50 && isPostgres(pid); i++) await sleep(100);
  }
  fs.rmSync(lock, { force: true });
}

/** Only a live process that really is PostgreSQL counts; process numbers are reused. */
function isPostgres(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return !fs.existsSync(commandLine) || fs.readFileSync(commandLine, "utf8").includes("postgres");
}
