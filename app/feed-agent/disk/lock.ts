import crypto from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

/** Another agent works in this data folder. */
export class AlreadyRunning extends Error {}

/**
 * One agent at a time in a data folder. The lock is a name held by the operating system, which lets go
 * of it when the process ends, however it ends. @throws AlreadyRunning
 */
export async function lockData(data: string): Promise<{ release(): Promise<void> }> {
  const server = net.createServer((socket) => socket.end());
  const name = lockName(fs.realpathSync(data));
  try {
    await listen(server, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") throw new AlreadyRunning(data);
    throw error;
  }
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function listen(server: net.Server, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(name, () => resolve());
  });
}

function lockName(data: string): string {
  const name = `so-khoe-agent-${crypto.createHash("sha256").update(data).digest("hex").slice(0, 16)}`;
  if (process.platform === "linux") return `\0${name}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  return path.join(os.tmpdir(), `${name}.sock`);
}
