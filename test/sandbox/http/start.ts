import type { RequestListener } from "node:http";
import { listenOnLoopback } from "./loopback.ts";

/** A server of the sandbox that is running. */
export interface Started {
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Takes the port first, because what is served must know its own address; until then it answers 503. */
export async function startOnLoopback(
  port: number,
  build: (url: string) => RequestListener | Promise<RequestListener>,
): Promise<Started> {
  let serve: RequestListener = (_req, res) => res.writeHead(503).end();
  const listener = await listenOnLoopback((req, res) => serve(req, res), port);
  const url = `http://localhost:${listener.port}`;
  try {
    serve = await build(url);
  } catch (error) {
    await listener.close();
    throw error;
  }
  return { url, port: listener.port, close: listener.close };
}
