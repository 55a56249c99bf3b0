import { baseOf, below } from "./addresses.ts";
import { ask } from "./ask.ts";
import { ServerFault } from "./fault.ts";

export interface ServerAccess {
  baseUrl: string;
  /** Absent where the server asks for none. */
  tokens: { get(): Promise<string>; forget(): void } | undefined;
  signal?: AbortSignal | undefined;
  /** Reads JSON without losing a digit. */
  parse: (text: string) => unknown;
  /** Of one page. */
  limits: { timeoutMs: number; maxBytes: number };
}

export interface SearchPage {
  resources: { resourceType: string; meta?: { lastUpdated?: unknown }; [element: string]: unknown }[];
  next: string | undefined;
}

const PER_PAGE = 200;

/** The first page of what has changed since; all there is where nothing is known yet. */
export function firstPage(baseUrl: string, type: string, since: string | undefined): string {
  const url = new URL(type, baseOf(baseUrl));
  if (since) url.searchParams.set("_lastUpdated", `ge${since}`);
  url.searchParams.set("_sort", "_lastUpdated");
  url.searchParams.set("_count", String(PER_PAGE));
  return url.href;
}

/** One page of a search; a token that is refused is fetched anew, once. @throws ServerFault. */
export async function readPage(server: ServerAccess, address: string): Promise<SearchPage> {
  const base = baseOf(server.baseUrl);
  const url = below(base, address);
  const once = async () => {
    const token = await server.tokens?.get();
    const headers = { accept: "application/fhir+json", ...(token ? { authorization: `Bearer ${token}` } : {}) };
    return ask(url, { ...server.limits, headers, signal: server.signal });
  };
  const text = await once().catch((error: unknown) => {
    if (!(error instanceof ServerFault) || error.code !== "unauthorized" || !server.tokens) throw error;
    server.tokens.forget();
    return once();
  });
  return pageOf(server, base, text);
}

interface SearchSet {
  resourceType?: unknown;
  entry?: ({ resource?: unknown; search?: { mode?: unknown } } | null)[];
  link?: ({ relation?: unknown; url?: unknown } | null)[];
}

function pageOf({ parse }: ServerAccess, base: URL, text: string): SearchPage {
  let bundle: SearchSet | null;
  try {
    bundle = parse(text) as SearchSet | null;
  } catch (cause) {
    throw new ServerFault("not-json", { cause });
  }
  if (bundle?.resourceType !== "Bundle") throw new ServerFault("not-a-bundle");
  const entries = Array.isArray(bundle.entry) ? bundle.entry : [];
  const links = Array.isArray(bundle.link) ? bundle.link : [];
  const next = links.find((l) => l?.relation === "next")?.url;
  return {
    resources: entries.flatMap((entry) => (isResource(entry?.resource) ? [entry.resource] : [])),
    next: typeof next === "string" ? below(base, next).href : undefined,
  };
}

/** What the server says about the search itself is no data. */
const isResource = (value: unknown): value is SearchPage["resources"][number] => {
  const type = (value as { resourceType?: unknown } | null | undefined)?.resourceType;
  return typeof type === "string" && type !== "OperationOutcome";
};
