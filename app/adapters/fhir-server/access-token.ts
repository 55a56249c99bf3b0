import { baseOf } from "./addresses.ts";
import { ask } from "./ask.ts";
import { ServerFault } from "./fault.ts";
import type { Reach } from "./reach.ts";

export interface TokenSource {
  baseUrl: string;
  /** Configured by an operator; else the server's own discovery says where. */
  tokenUrl: string | undefined;
  scope: string;
  /** A signed client assertion for this audience. */
  assertion: (audience: string) => Promise<string>;
  reach: Reach;
}

const LIMITS = { timeoutMs: 10_000, maxBytes: 256 * 1024 };
/** Servers of before SMART App Launch 2.0 know reading by this name. */
const SCOPE_V1 = "system/*.read";
/** A token is not used in its last seconds; a short one not in its second half. */
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
  const { endpoint, scope } = source.tokenUrl
    ? { endpoint: new URL(source.tokenUrl), scope: source.scope }
    : await discover(source);
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    scope,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: await source.assertion(endpoint.href),
  });
  const headers = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
  const options = { ...LIMITS, reach: source.reach, headers };
  const { text } = await ask(endpoint, { ...options, method: "POST", body: String(body) }).catch(refused);
  const { access_token: token, expires_in: seconds } = parsed(text);
  if (typeof token !== "string" || !/^[\x21-\x7e]{1,8192}$/.test(token)) throw new ServerFault("no-token");
  const lasts = typeof seconds === "number" && seconds > 0 ? Math.min(seconds, 3_600) : 60;
  return { token, until: Date.now() + Math.max(lasts * 1000 - MARGIN_MS, lasts * 500) };
}

/** RFC 6749 §5.2: a client that is refused hears 400 or 401, whatever else these mean of a search. */
function refused(error: unknown): never {
  const code = error instanceof ServerFault ? error.code : "";
  throw code === "gone" || code === "unauthorized" ? new ServerFault("no-token", { cause: error }) : error;
}

/** Where tokens come from and for what, by the server's own word; it may name its own origin only. */
async function discover({ baseUrl, reach, scope }: TokenSource): Promise<{ endpoint: URL; scope: string }> {
  const base = baseOf(baseUrl);
  const headers = { accept: "application/json" };
  const configuration = new URL(".well-known/smart-configuration", base);
  const { text } = await ask(configuration, { ...LIMITS, headers, reach }).catch(refused);
  const { token_endpoint: endpoint, scopes_supported: scopes } = parsed(text);
  if (typeof endpoint !== "string" || !URL.canParse(endpoint)) throw new ServerFault("no-token");
  const url = new URL(endpoint);
  if (url.origin !== base.origin) throw new ServerFault("elsewhere");
  const old = Array.isArray(scopes) && !scopes.includes(scope) && scopes.includes(SCOPE_V1);
  return { endpoint: url, scope: old ? SCOPE_V1 : scope };
}

function parsed(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch (cause) {
    throw new ServerFault("not-json", { cause });
  }
}
