import type http from "node:http";

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

/** Makes the hospital's call to the insurer's gateway in its stead. @throws when it does not answer. */
export async function passThrough(
  to: { url: string; timeoutSeconds: number },
  request: Pick<http.IncomingMessage, "method" | "url" | "headers">,
  body: Buffer,
): Promise<PassedAnswer> {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    HOP.has(name) || value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  const method = request.method ?? "GET";
  const response = await fetch(`${to.url}${request.url ?? "/"}`, {
    method,
    headers,
    ...(method === "GET" || method === "HEAD" ? {} : { body: new Uint8Array(body) }),
    redirect: "manual",
    signal: AbortSignal.timeout(to.timeoutSeconds * 1_000),
  });
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !ANSWER_HOP.has(name))),
    body: Buffer.from(await response.arrayBuffer()),
  };
}
