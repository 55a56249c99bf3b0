import type { Db, Tx } from "#db/client.ts";
import { tokenHash } from "./tokens.ts";

export interface Counter {
  id: string;
  facilityId: string;
  name: string;
}

/** The counter that this browser is, by its cookie; none where it is no counter, or no longer. */
export async function findCounter(
  { sql }: Pick<Db, "sql"> | Pick<Tx, "sql">,
  token: string | undefined,
): Promise<Counter | undefined> {
  if (!token) return undefined;
  const [row] = await sql<Counter[]>`
    select id, facility_id as "facilityId", name from counters where token_hash = ${tokenHash(token)} and revoked_at is null`;
  return row;
}
