import { baseOf, below } from "./addresses.ts";
import { ask, type Told } from "./ask.ts";
import { ServerFault } from "./fault.ts";
import type { Reach } from "./reach.ts";
import { makeReferencesRelative } from "./relative-references.ts";

export interface ServerAccess {
  baseUrl: string;
  /** Absent where the server asks for none. */
  tokens: { get(): Promise<string>; forget(): void } | undefined;
  /** Reads JSON without losing a digit. */
  parse: (text: string) => unknown;
  /** Of one page. */
  limits: { timeoutMs: number; maxBytes: number };
  reach: Reach;
}

export interface FetchedResource {
  resourceType: string;
  id?: unknown;
  meta?: { lastUpdated?: unknown; versionId?: unknown };
  [element: string]: unknown;
}

export interface SearchPage {
  resources: FetchedResource[];
  next: string | undefined;
  /** The server's clock when it answered (HTTP `Date`). */
  date: string | undefined;
}

/**
 * The first page of what has changed since, newest first: what is changed while pages are turned moves to the front,
 * pushes others back, and so hides none behind a page that was read. All there is where nothing is known yet.
 */
export function firstPage(baseUrl: string, type: string, since: string | undefined, count: number): string {
  const url = new URL(type, baseOf(baseUrl));
  if (since) url.searchParams.set("_lastUpdated", `ge${since}`);
  url.searchParams.set("_sort", "-_lastUpdated");
  url.searchParams.set("_count", String(count));
  return url.href;
}

/** One page of a search of one type. @throws ServerFault. */
export async function readPage(server: ServerAccess, address: string, type: string): Promise<SearchPage> {
  const told = await get(server, address);
  return { ...pageOf(server, parsed(server, told.text), type), date: told.date };
}

/** One resource by its id; `undefined` where the server has none, or none for us. @throws ServerFault. */
export async function readResource(
  server: ServerAccess,
  type: string,
  id: string,
): Promise<FetchedResource | undefined> {
  const told = await get(server, `${type}/${encodeURIComponent(id)}`).catch((error: unknown) => {
    if (error instanceof ServerFault && ["gone", "unauthorized"].includes(error.code)) return undefined;
    throw error;
  });
  const found = told && parsed(server, told.text);
  if (!isOfType(found, type) || found.id !== id) return undefined;
  return makeReferencesRelative(found, baseOf(server.baseUrl));
}

/** What stands below the base; a token that is refused is fetched anew, once. */
async function get(server: ServerAccess, address: string): Promise<Told> {
  const url = below(baseOf(server.baseUrl), address);
  const once = async () => {
    const token = await server.tokens?.get();
    const headers = { accept: "application/fhir+json", ...(token ? { authorization: `Bearer ${token}` } : {}) };
    return ask(url, { ...server.limits, headers, reach: server.reach });
  };
  return once().catch((error: unknown) => {
    if (!(error instanceof ServerFault) || error.code !== "unauthorized" || !server.tokens) throw error;
    server.tokens.forget();
    return once();
  });
}

function parsed({ parse }: ServerAccess, text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new ServerFault("not-json", { cause });
  }
}

interface SearchSet {
  resourceType?: unknown;
  entry?: ({ resource?: unknown; search?: { mode?: unknown } } | null)[];
  link?: ({ relation?: unknown; url?: unknown } | null)[];
}

function pageOf({ baseUrl }: ServerAccess, body: unknown, type: string): Omit<SearchPage, "date"> {
  const bundle = body as SearchSet | null;
  if (bundle?.resourceType !== "Bundle") throw new ServerFault("not-a-bundle");
  const entries = Array.isArray(bundle.entry) ? bundle.entry : [];
  const links = Array.isArray(bundle.link) ? bundle.link : [];
  const next = links.find((l) => l?.relation === "next")?.url;
  const base = baseOf(baseUrl);
  return {
    resources: entries.flatMap((entry) =>
      isOfType(entry?.resource, type) ? [makeReferencesRelative(entry.resource, base)] : [],
    ),
    next: typeof next === "string" ? below(base, next).href : undefined,
  };
}

/** What was not asked for is not taken: remarks on the search, people and papers an operator did not choose. */
const isOfType = (value: unknown, type: string): value is FetchedResource =>
  (value as { resourceType?: unknown } | null | undefined)?.resourceType === type;
