import type { IncomingMessage } from "node:http";
import { finished } from "node:stream";

const IDLE_MS = 1_000;
const MOST_MS = 30_000;

/**
 * Lets go of what a sender still sends after its answer, until it stops or 30 s are over. Closing on it at once
 * would reset the connection, and the answer would be lost with it (RFC 9112 §9.6).
 */
export function lingered(req: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(idle);
      clearTimeout(most);
      req.off("data", heard);
      resolve();
    };
    const heard = () => idle.refresh();
    const idle = setTimeout(over, IDLE_MS);
    const most = setTimeout(over, MOST_MS);
    req.on("data", heard);
    finished(req, { writable: false }, over);
    req.resume();
  });
}
