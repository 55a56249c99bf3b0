import type { FetchedResource } from "#app/adapters/fhir-server/read-page.ts";

/** What one search has shown so far. */
export interface Seen {
  addresses: Set<string>;
  versions: Set<string>;
  /** Pages in a row that brought nothing new. */
  barren: number;
}

/** Some servers leave out, page by page, what a client may not read; so many such pages are believed. */
const MOST_BARREN = 20;

/** Notes a page; gives whether its pages lead nowhere: back to one that was read, or on and on without anything new. */
export function pageSeen(seen: Seen, nextLink: string, resources: readonly FetchedResource[]): boolean {
  const before = seen.versions.size;
  for (const { id, meta } of resources) seen.versions.add(JSON.stringify([id, meta?.versionId, meta?.lastUpdated]));
  seen.barren = seen.versions.size > before ? 0 : seen.barren + 1;
  const known = seen.addresses.has(nextLink);
  seen.addresses.add(nextLink);
  return known || seen.barren > MOST_BARREN;
}
