import type { Db } from "#db/client.ts";
import type { LeasedSource } from "./lease.ts";

export interface Cursor {
  since: string | undefined;
  seen: string | undefined;
  /** When the search under way began. */
  started: string | undefined;
  nextLink: string | undefined;
}

export async function readCursor(db: Db, facilityId: string, type: string): Promise<Cursor> {
  const [row] = await db.sql<{ [K in keyof Cursor]: string | null }[]>`
    select since, seen, started, next_link as "nextLink" from pulled_cursors where facility_id = ${facilityId} and resource_type = ${type}`;
  return {
    since: row?.since ?? undefined,
    seen: row?.seen ?? undefined,
    started: row?.started ?? undefined,
    nextLink: row?.nextLink ?? undefined,
  };
}

/** Remembers how far was read, unless the lease has gone to somebody else; gives whether it is still ours. */
export function writeCursor(db: Db, source: LeasedSource, type: string, cursor: Cursor): Promise<boolean> {
  return db.transaction({}, async (tx) => {
    const { since = null, seen = null, started = null, nextLink = null } = cursor;
    const written = await tx.sql`
      insert into pulled_cursors (facility_id, resource_type, since, seen, started, next_link)
      select facility_id, ${type}, ${since}, ${seen}, ${started}, ${nextLink} from pulled_sources
      where facility_id = ${source.facilityId} and lease = ${source.lease} and suspended_at is null
      for update
      on conflict (facility_id, resource_type) do update set since = excluded.since, seen = excluded.seen, started = excluded.started, next_link = excluded.next_link`;
    return written.count === 1;
  });
}
