import { ServerFault } from "./fault.ts";

export interface AskOptions {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  timeoutMs: number;
  maxBytes: number;
  signal?: AbortSignal | undefined;
}

/**
 * One request to an address an operator configured: no redirect is followed, neither time nor size is without
 * end, and the text that comes is UTF-8. @throws ServerFault.
 */
export async function ask(url: URL, options: AskOptions): Promise<string> {
  const { method = "GET", headers = {}, body, timeoutMs, maxBytes } = options;
  const time = AbortSignal.timeout(timeoutMs);
  const signal = options.signal ? AbortSignal.any([time, options.signal]) : time;
  try {
    const request = { method, headers, redirect: "manual" as const, signal, ...(body === undefined ? {} : { body }) };
    const response = await fetch(url, request);
    refuseStatus(response);
    return await textOf(response, maxBytes);
  } catch (cause) {
    if (cause instanceof ServerFault) throw cause;
    throw new ServerFault(signal.aborted ? "timeout" : "unreachable", { cause });
  }
}

function refuseStatus(response: Response): void {
  const { status } = response;
  if (status === 200) return;
  response.body?.cancel().catch(() => undefined);
  if (status >= 300 && status < 400) throw new ServerFault("redirected");
  if (status === 401 || status === 403) throw new ServerFault("unauthorized");
  if (status === 429 || status === 503)
    throw new ServerFault("busy", { retryAfterSeconds: retryAfter(response.headers.get("retry-after")) });
  throw new ServerFault(status === 404 || status === 410 || status === 400 ? "gone" : "status");
}

/** Seconds, or a date (RFC 9110); at most an hour. */
function retryAfter(value: string | null): number | undefined {
  if (!value) return undefined;
  const seconds = /^\d{1,6}$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 3_600) : undefined;
}

async function textOf(response: Response, maxBytes: number): Promise<string> {
  if (Number(response.headers.get("content-length") ?? 0) > maxBytes) {
    await response.body?.cancel();
    throw new ServerFault("too-large");
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new ServerFault("too-large");
    }
    chunks.push(read.value);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new ServerFault("not-json", { cause });
  }
}
