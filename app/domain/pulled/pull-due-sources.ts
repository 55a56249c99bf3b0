import { tokens } from "#app/adapters/fhir-server/access-token.ts";
import { ServerFault } from "#app/adapters/fhir-server/fault.ts";
import { firstPage, readPage, type SearchPage, type ServerAccess } from "#app/adapters/fhir-server/read-page.ts";
import { parseFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { type ClientKey, clientAssertion } from "#app/adapters/signing/client-key.ts";
import type { Db } from "#db/client.ts";
import { type Cursor, readCursor, writeCursor } from "./internal/cursor.ts";
import { claimSource, endBadly, endWell, type LeasedSource } from "./internal/lease.ts";
import { laterOf } from "./rules.ts";

export interface PullContext {
  /** Connected as the worker role. */
  db: Db;
  now: () => Date;
  clientKey: ClientKey | undefined;
  limits?: { timeoutMs: number; maxBytes: number };
  /** Hands resources of a facility to the record store; resolves when they are committed or kept to be decided. */
  deliver(facilityId: string, resources: object[]): Promise<void>;
}

/** One source is read so long at once; the rest waits for the next run, so that none keeps the others waiting. */
const SOURCE_MS = 240_000;
const MOST_PAGES = 500;
const PAGE = { timeoutMs: 30_000, maxBytes: 16 * 1_048_576 };

/**
 * Asks every source that is due, one after the other: what has changed since it was last read to its end, page by
 * page, each page stored before the next is asked for. A source that fails is left alone for longer and longer; no
 * page of the book waits for any of this. Who may: the worker.
 */
export async function pullDueSources(ctx: PullContext): Promise<void> {
  for (let source = await claimSource(ctx); source; source = await claimSource(ctx)) {
    try {
      await endWell(ctx, source, await pullSource(ctx, source));
    } catch (error) {
      const fault = error instanceof ServerFault ? error : undefined;
      await endBadly(ctx, source, fault ?? { code: "ours" });
      if (!fault) throw error;
    }
  }
}

/** Gives whether everything was read to its end. */
async function pullSource(ctx: PullContext, source: LeasedSource): Promise<boolean> {
  const signal = AbortSignal.timeout(SOURCE_MS);
  const server: ServerAccess = {
    baseUrl: source.baseUrl,
    tokens: tokensOf(ctx, source, signal),
    signal,
    parse: parseFhirJson,
    limits: ctx.limits ?? PAGE,
  };
  let pages = 0;
  for (const type of source.resourceTypes) {
    let cursor = await readCursor(ctx.db, source.facilityId, type);
    const asked = new Set<string>();
    do {
      if (++pages > MOST_PAGES) return false;
      const next = await pullPage(ctx, source, server, type, cursor);
      if (!(await writeCursor(ctx.db, source, type, next))) return false;
      if (next.nextLink && asked.has(next.nextLink)) {
        await writeCursor(ctx.db, source, type, { ...cursor, nextLink: undefined });
        throw new ServerFault("paging-loop");
      }
      if (next.nextLink) asked.add(next.nextLink);
      cursor = next;
    } while (cursor.nextLink);
  }
  return true;
}

/** Reads and stores one page; gives how far that is. A page that is gone begins the search anew. */
async function pullPage(
  ctx: PullContext,
  source: LeasedSource,
  server: ServerAccess,
  type: string,
  cursor: Cursor,
): Promise<Cursor> {
  const first = () => readPage(server, firstPage(source.baseUrl, type, cursor.since));
  const page = cursor.nextLink
    ? await readPage(server, cursor.nextLink).catch((error: unknown) => {
        if (error instanceof ServerFault && ["gone", "elsewhere"].includes(error.code)) return first();
        throw error;
      })
    : await first();
  if (page.resources.length > 0) await ctx.deliver(source.facilityId, page.resources);
  const seen = laterOf(cursor.seen, lastUpdated(page));
  if (page.next) return { since: cursor.since, seen, nextLink: page.next };
  // Read to its end: what was changed in this very moment is asked for again, and changes nothing.
  return { since: laterOf(cursor.since, seen), seen: undefined, nextLink: undefined };
}

/** The latest change of a page, by the server's own clock: ours says nothing about it. */
function lastUpdated({ resources }: SearchPage): string | undefined {
  return resources.reduce<string | undefined>((latest, { meta }) => {
    const at = meta?.lastUpdated;
    return typeof at === "string" && !Number.isNaN(Date.parse(at)) ? laterOf(latest, at) : latest;
  }, undefined);
}

function tokensOf(ctx: PullContext, { baseUrl, tokenUrl, clientId }: LeasedSource, signal: AbortSignal) {
  if (!clientId) return undefined;
  const { clientKey } = ctx;
  if (!clientKey) throw new ServerFault("no-token");
  return tokens({
    baseUrl,
    tokenUrl: tokenUrl ?? undefined,
    scope: "system/*.rs",
    assertion: (audience) => clientAssertion(clientKey, clientId, audience, ctx.now()),
    signal,
  });
}
