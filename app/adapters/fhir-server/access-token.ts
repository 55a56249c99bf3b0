import { baseOf } from "./addresses.ts";
import { ask } from "./ask.ts";
import { ServerFault } from "./fault.ts";

export interface TokenSource {
  baseUrl: string;
  /** Configured by an operator; else the server's own discovery says where. */
  tokenUrl: string | undefined;
  scope: string;
  /** A signed client assertion for this audience. */
  assertion: (audience: string) => Promise<string>;
  signal?: AbortSignal | undefined;
}

const LIMITS = { timeoutMs: 10_000, maxBytes: 256 * 1024 };
/** A token is not used in its last seconds. */
const MARGIN_MS = 30_000;

/** Access tokens of one server (SMART Backend Services), kept until they are nearly over. */
export function tokens(source: TokenSource): { get(): Promise<string>; forget(): void } {
  let known: { token: string; until: number } | undefined;
  return {
    async get() {
      if (!known || known.until < Date.now()) known = await fetchToken(source);
      return known.token;
    },
    forget() {
      known = undefined;
    },
  };
}

async function fetchToken(source: TokenSource): Promise<{ token: string; until: number }> {
  const endpoint = source.tokenUrl ? new URL(source.tokenUrl) : await discover(source);
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    scope: source.scope,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: await source.assertion(endpoint.href),
  });
  const headers = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
  const text = await ask(endpoint, { ...LIMITS, method: "POST", headers, body: String(body), signal: source.signal });
  const { access_token: token, expires_in: seconds } = parsed(text);
  if (typeof token !== "string" || !/^[\x21-\x7e]{1,8192}$/.test(token)) throw new ServerFault("no-token");
  const lasts = typeof seconds === "number" && seconds > 0 ? Math.min(seconds, 3_600) : 60;
  return { token, until: Date.now() + Math.max(lasts * 1000 - MARGIN_MS, 0) };
}

/** Where tokens come from, by the server's own word; it may name its own origin only. */
async function discover({ baseUrl, signal }: TokenSource): Promise<URL> {
  const base = baseOf(baseUrl);
  const headers = { accept: "application/json" };
  const text = await ask(new URL(".well-known/smart-configuration", base), { ...LIMITS, headers, signal });
  const { token_endpoint: endpoint } = parsed(text);
  if (typeof endpoint !== "string" || !URL.canParse(endpoint)) throw new ServerFault("no-token");
  const url = new URL(endpoint);
  if (url.origin !== base.origin) throw new ServerFault("elsewhere");
  return url;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch (cause) {
    throw new ServerFault("not-json", { cause });
  }
}
