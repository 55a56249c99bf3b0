import { spawnSync } from "node:child_process";
import fs from "node:fs";

/** Is this process alive, and does its command line look like this? Process numbers are used again. */
export function isRunning(pid: number, like: RegExp): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const line = commandLine(pid);
  return line === undefined || like.test(line);
}

/** What was typed to start it, empty when it is gone; `undefined` where the system cannot be asked. */
function commandLine(pid: number): string | undefined {
  if (fs.existsSync("/proc/self/cmdline")) {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8");
    } catch {
      return "";
    }
  }
  const asked = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return asked.error ? undefined : asked.stdout;
}
