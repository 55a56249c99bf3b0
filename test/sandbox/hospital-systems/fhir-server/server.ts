import http from "node:http";
import type { AddressInfo } from "node:net";
import { createLocalJWKSet, type JWK, jwtVerify } from "jose";

export interface ServedResource {
  resourceType: string;
  id: string;
  meta: { lastUpdated: string };
  [element: string]: unknown;
}

/** Answers instead of the server, to be broken in some way; `false` leaves it to the server. */
export type Fault = (req: http.IncomingMessage, res: http.ServerResponse) => boolean;

export interface FhirServer {
  baseUrl: string;
  resources: ServedResource[];
  /** What was asked for, path and query. */
  asked: string[];
  fault: Fault | undefined;
  /** How long tokens last. */
  tokenSeconds: number;
  /** No token given so far is good any more. */
  revoke(): void;
  close(): Promise<void>;
}

export interface FhirServerOptions {
  /** A client that must show a token (SMART Backend Services); without it anybody may ask. */
  client?: { id: string; publicJwk: JWK };
  perPage?: number;
}

/** A hospital's own FHIR server, as far as one that pulls needs it: tokens, searches by `_lastUpdated`, pages. */
export async function startFhirServer({ client, perPage = 3 }: FhirServerOptions = {}): Promise<FhirServer> {
  const tokens = new Set<string>();
  const usedIds = new Set<string>();
  let given = 0;
  const server = http.createServer((req, res) => {
    const url = new URL(req.url ?? "/", fhir.baseUrl);
    fhir.asked.push(`${url.pathname}${url.search}`);
    if (fhir.fault?.(req, res)) return;
    answer(req, res, url).catch(() => json(res, 500, {}));
  });

  async function answer(req: http.IncomingMessage, res: http.ServerResponse, url: URL): Promise<void> {
    if (url.pathname === "/fhir/.well-known/smart-configuration")
      return json(res, 200, { token_endpoint: new URL("/token", fhir.baseUrl).href });
    if (url.pathname === "/token") return token(req, res);
    if (client && !tokens.has(/^Bearer (.+)$/.exec(req.headers.authorization ?? "")?.[1] ?? ""))
      return json(res, 401, {});
    const [, , type = "", id] = url.pathname.split("/");
    if (id === undefined) return json(res, 200, search(url));
    const found = fhir.resources.find((r) => r.resourceType === type && r.id === id);
    json(res, found ? 200 : 404, found ?? {});
  }

  async function token(req: http.IncomingMessage, res: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const sent = new URLSearchParams(Buffer.concat(chunks).toString());
    const keys = createLocalJWKSet({ keys: client ? [client.publicJwk] : [] });
    const audience = new URL("/token", fhir.baseUrl).href;
    const options = { audience, issuer: client?.id ?? "", subject: client?.id ?? "", algorithms: ["ES384"] };
    const verified = await jwtVerify(sent.get("client_assertion") ?? "", keys, options).catch(() => undefined);
    const jti = verified?.payload.jti;
    if (!jti || usedIds.has(jti) || sent.get("grant_type") !== "client_credentials") return json(res, 401, {});
    usedIds.add(jti);
    const fresh = `token-${++given}`;
    tokens.add(fresh);
    json(res, 200, { access_token: fresh, token_type: "bearer", expires_in: fhir.tokenSeconds });
  }

  function search(url: URL): object {
    const type = url.pathname.split("/").at(-1);
    const newestFirst = url.searchParams.get("_sort") === "-_lastUpdated";
    const since = Date.parse(url.searchParams.get("_lastUpdated")?.replace(/^ge/, "") ?? "1970-01-01T00:00:00Z");
    const start = Number(url.searchParams.get("_page") ?? 0) * perPage;
    const found = fhir.resources
      .filter((r) => r.resourceType === type && Date.parse(r.meta.lastUpdated) >= since)
      .sort((a, b) => (Date.parse(a.meta.lastUpdated) - Date.parse(b.meta.lastUpdated)) * (newestFirst ? -1 : 1));
    const next = new URL(url);
    next.searchParams.set("_page", String(start / perPage + 1));
    return {
      resourceType: "Bundle",
      type: "searchset",
      link: found.length > start + perPage ? [{ relation: "next", url: next.href }] : [],
      entry: found.slice(start, start + perPage).map((resource) => ({ resource, search: { mode: "match" } })),
    };
  }

  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  const fhir: FhirServer = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`,
    resources: [],
    asked: [],
    fault: undefined,
    tokenSeconds: 300,
    revoke: () => tokens.clear(),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return fhir;
}

function json(res: http.ServerResponse, status: number, body: object): void {
  res.writeHead(status, { "content-type": "application/fhir+json" });
  res.end(JSON.stringify(body));
}
