import { ServerFault } from "#app/adapters/fhir-server/fault.ts";
import { type FetchedResource, firstPage, readPage, type SearchPage } from "#app/adapters/fhir-server/read-page.ts";
import { laterOf, sinceAfter } from "../rules.ts";
import type { Cursor } from "./cursor.ts";
import type { Run } from "./pull-source.ts";

const PER_PAGE = 200;
/** Where a page is larger than anybody reads: papers carry their bytes within. */
const FEW_PER_PAGE = 10;
/** Failures in a row after which a page that was remembered is given up. */
const TRUSTED_FAILURES = 2;

/** Reads and stores one page; gives how far that is. */
export async function pullPage(
  run: Run,
  type: string,
  cursor: Cursor,
): Promise<{ next: Cursor; resources: FetchedResource[] }> {
  const { ctx, source, fetch } = run;
  const { page, begins } = await nextPage(run, type, cursor);
  if (page.resources.length > 0) await ctx.deliver(source.facilityId, page.resources, fetch);
  const started = begins ? (page.date ?? ctx.now().toISOString()) : (cursor.started ?? ctx.now().toISOString());
  const seen = laterOf(begins ? undefined : cursor.seen, lastUpdated(page));
  const { resources } = page;
  if (page.next) return { resources, next: { since: cursor.since, seen, started, nextLink: page.next } };
  const since = sinceAfter(cursor.since, seen, started);
  return { resources, next: { since, seen: undefined, started: undefined, nextLink: undefined } };
}

/** The page that comes next. One that is gone, too large, or failed again and again, begins the search anew. */
async function nextPage(run: Run, type: string, cursor: Cursor): Promise<{ page: SearchPage; begins: boolean }> {
  const { server, source } = run;
  const begin = async (count: number) => {
    const page = await readPage(server, firstPage(source.baseUrl, type, cursor.since, count), type);
    return { page, begins: true };
  };
  const smaller = (error: unknown) => {
    if (error instanceof ServerFault && error.code === "too-large") return begin(FEW_PER_PAGE);
    throw error;
  };
  if (!cursor.nextLink) return begin(PER_PAGE).catch(smaller);
  try {
    return { page: await readPage(server, cursor.nextLink, type), begins: false };
  } catch (error) {
    if (!(error instanceof ServerFault)) throw error;
    if (["gone", "elsewhere"].includes(error.code)) return begin(PER_PAGE).catch(smaller);
    if (error.code === "status" && source.failures >= TRUSTED_FAILURES) return begin(PER_PAGE).catch(smaller);
    return smaller(error);
  }
}

/** The latest change of a page, by the server's own clock: ours says nothing about it. */
function lastUpdated({ resources }: SearchPage): string | undefined {
  return resources.reduce<string | undefined>((latest, { meta }) => {
    const at = meta?.lastUpdated;
    return typeof at === "string" && !Number.isNaN(Date.parse(at)) ? laterOf(latest, at) : latest;
  }, undefined);
}
