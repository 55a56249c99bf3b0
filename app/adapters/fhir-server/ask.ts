import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { ServerFault } from "./fault.ts";
import { guardedLookup, PRIVATE_ADDRESS, type Reach } from "./reach.ts";

export interface AskOptions {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  timeoutMs: number;
  maxBytes: number;
  reach: Reach;
}

export interface Told {
  text: string;
  /** What time it is by the server's clock, where it says so. */
  date: string | undefined;
}

const agents = { "http:": new http.Agent({ keepAlive: true }), "https:": new https.Agent({ keepAlive: true }) };

/**
 * One request to an address an operator configured: only where connections may go, no redirect is followed, neither
 * time nor size is without end, and the text that comes is UTF-8. @throws ServerFault.
 */
export async function ask(url: URL, options: AskOptions): Promise<Told> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    const response = await responseOf(url, options, signal);
    refuseStatus(response);
    const bytes = await bytesOf(response, options.maxBytes);
    return { text: decoded(bytes), date: response.headers.date };
  } catch (cause) {
    if (cause instanceof ServerFault) throw cause;
    if ((cause as { code?: unknown }).code === PRIVATE_ADDRESS) throw new ServerFault("private-address", { cause });
    throw new ServerFault(signal.aborted ? "timeout" : "unreachable", { cause });
  }
}

function responseOf(url: URL, options: AskOptions, signal: AbortSignal): Promise<http.IncomingMessage> {
  const { method = "GET", headers = {}, body, reach } = options;
  const bare = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(bare) && !reach(bare)) throw new ServerFault("private-address");
  const { request } = url.protocol === "https:" ? https : http;
  const agent = url.protocol === "https:" ? agents["https:"] : agents["http:"];
  return new Promise((resolve, reject) => {
    request(url, { method, headers, signal, agent, lookup: guardedLookup(reach) }, resolve)
      .on("error", reject)
      .end(body);
  });
}

function refuseStatus(response: http.IncomingMessage): void {
  const status = response.statusCode ?? 0;
  if (status === 200) return;
  response.destroy();
  if (status >= 300 && status < 400) throw new ServerFault("redirected");
  if (status === 401 || status === 403) throw new ServerFault("unauthorized");
  if (status === 429 || status === 503)
    throw new ServerFault("busy", { retryAfterSeconds: retryAfter(response.headers["retry-after"]) });
  throw new ServerFault(status === 404 || status === 410 || status === 400 ? "gone" : "status");
}

/** Seconds, or a date (RFC 9110); at most an hour. */
function retryAfter(value: string | undefined): number | undefined {
  if (!value) return undefined;
  const seconds = /^\d{1,6}$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 3_600) : undefined;
}

async function bytesOf(response: http.IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (Number(response.headers["content-length"] ?? 0) > maxBytes) {
    response.destroy();
    throw new ServerFault("too-large");
  }
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new ServerFault("too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ServerFault("not-json", { cause });
  }
}
