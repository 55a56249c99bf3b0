import fs from "node:fs";
import path from "node:path";

/** One demo at a time works in a data folder; a lock left by a crash is nobody's. @throws naming who holds it. */
export function takeLock(folder: string, origin: string): () => void {
  const file = path.join(folder, "demo.lock");
  fs.mkdirSync(folder, { recursive: true });
  const held = holder(file);
  if (held) {
    throw new Error(
      `The demo is already running at ${held.origin} (process ${held.pid}).\nOpen it there, or stop it with Ctrl-C in its terminal and start again.`,
    );
  }
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, origin }));
  return () => fs.rmSync(file, { force: true });
}

function holder(file: string): { pid: number; origin: string } | undefined {
  try {
    const lock: { pid: number; origin: string } = JSON.parse(fs.readFileSync(file, "utf8"));
    return lock.pid !== process.pid && isDemo(lock.pid) ? lock : undefined;
  } catch {
    return undefined;
  }
}

/** Process numbers are used again: only a live Node process that runs this demo counts. */
function isDemo(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return !fs.existsSync(commandLine) || /demo|sandbox/.test(fs.readFileSync(commandLine, "utf8"));
}
