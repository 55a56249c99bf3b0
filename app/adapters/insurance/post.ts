import { jsonOf } from "#app/shared/json.ts";
import { GatewayFault } from "./fault.ts";

const MOST_BYTES = 1_048_576;

/**
 * One POST of JSON to the gateway, and the object it answers: no redirect is followed, neither time nor size is
 * without end. @throws GatewayFault.
 */
export async function postJson(url: URL, body: object, timeoutMs: number): Promise<Record<string, unknown>> {
  const signal = AbortSignal.timeout(timeoutMs);
  const headers = { "content-type": "application/json; charset=utf-8", accept: "application/json" };
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
      signal,
      redirect: "error",
    });
    refuseStatus(response);
    return objectOf(await textOf(response));
  } catch (cause) {
    if (cause instanceof GatewayFault) throw cause;
    throw new GatewayFault(signal.aborted ? "timeout" : "unreachable", { cause });
  }
}

function refuseStatus({ status, headers }: Response): void {
  if (status === 200) return;
  if (status === 401 || status === 403) throw new GatewayFault("refused");
  if (status === 429 || status >= 500)
    throw new GatewayFault("busy", { retryAfterSeconds: secondsOf(headers.get("retry-after")) });
  throw new GatewayFault("not-understood");
}

const secondsOf = (text: string | null): number | undefined =>
  text && /^\d{1,5}$/.test(text) ? Number(text) : undefined;

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) throw new GatewayFault("not-understood");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function objectOf(text: string): Record<string, unknown> {
  const value = jsonOf(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new GatewayFault("not-understood");
  return value as Record<string, unknown>;
}
