import { type ChildProcess, spawn } from "node:child_process";

/**
 * Stops the server when this process is gone, even by kill -9: a shell waits for our end of its pipe
 * to close. In a group of its own, like the server, so that Ctrl-C reaches neither.
 */
export function stopWithUs(server: ChildProcess): void {
  if (process.platform === "win32" || server.pid === undefined) return;
  const script = 'cat >/dev/null; kill -INT "$1" 2>/dev/null';
  const shell = spawn("/bin/sh", ["-c", script, "so-khoe-watch", String(server.pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  shell.on("error", () => undefined);
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  // The number may be somebody else's once the server has ended.
  server.once("exit", () => {
    shell.kill("SIGKILL");
    shell.stdin.destroy();
  });
}
