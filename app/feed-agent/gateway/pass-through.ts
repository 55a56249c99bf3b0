import type http from "node:http";
import { PassThrough, Readable } from "node:stream";

export interface PassedAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Between one connection and the next; the rest is handed over as it is. */
const HOP = new Set([
  ...["connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding"],
  ...["upgrade", "host", "content-length", "expect", "accept-encoding"],
]);
const ANSWER_HOP = new Set([...HOP, "content-encoding"]);

/** A call whose address is not below the insurer's. */
export class LeavesTheBase extends Error {}

/** The address of a call as a path of this machine; `undefined` for one that names another, or tries to. */
export function urlOf(target = "/"): URL | undefined {
  const [path = ""] = target.split(/[?#]/, 1);
  const climbs = /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)|%2f|%5c|\\/i.test(path);
  return /^\/(?!\/)/.test(target) && !climbs ? new URL(target, "http://gateway") : undefined;
}

/** The same call at the insurer's address, below its path. @throws LeavesTheBase */
export function addressAt(base: string, target: string | undefined): URL {
  const asked = urlOf(target);
  const to = new URL(base);
  const root = to.pathname.replace(/\/+$/, "");
  if (!asked) throw new LeavesTheBase();
  to.pathname = `${root}${asked.pathname}`;
  to.search = asked.search;
  if (!to.pathname.startsWith(`${root}/`)) throw new LeavesTheBase();
  return to;
}

/** Makes the hospital's call to the insurer's gateway in its stead. @throws when it does not answer. */
export async function passThrough(
  to: { url: string; timeoutSeconds: number },
  request: Pick<http.IncomingMessage, "method" | "url" | "headers">,
  body: Buffer | Readable,
): Promise<PassedAnswer> {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    HOP.has(name) || value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  const length = request.headers["content-length"];
  if (length !== undefined && !Buffer.isBuffer(body)) headers.push(["content-length", length]);
  const method = request.method ?? "GET";
  const response = await fetch(addressAt(to.url, request.url), {
    method,
    headers,
    ...(method === "GET" || method === "HEAD" ? {} : bodyOf(body)),
    redirect: "manual",
    signal: AbortSignal.timeout(to.timeoutSeconds * 1_000),
  });
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !ANSWER_HOP.has(name))),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

/** Bytes as they are, or as they come; an insurer that answers before the end must not end the hospital's connection. */
const bodyOf = (body: Buffer | Readable): RequestInit =>
  Buffer.isBuffer(body)
    ? { body: new Uint8Array(body) }
    : ({ body: Readable.toWeb(body.pipe(new PassThrough())), duplex: "half" } as RequestInit);
