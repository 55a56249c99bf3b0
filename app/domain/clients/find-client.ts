import type { Db } from "#db/client.ts";

export interface Jwks {
  keys: (Record<string, unknown> & { kid?: string })[];
}

export interface MachineClient {
  clientId: string;
  facilityId: string;
  scopes: string[];
  jwks: Jwks;
  /** Where the keys come from, when they are not pasted; `jwks` then is the last good answer. */
  jwksUri: string | null;
  fetchedAt: Date | null;
  /** Since when that address does not give keys. */
  failedAt: Date | null;
  suspended: boolean;
}

/** A registered system, suspended or not. For the token endpoint; asks the database every time. */
export async function findClient(ctx: { db: Db }, clientId: string): Promise<MachineClient | undefined> {
  const [client] = await ctx.db.sql<MachineClient[]>`
    select client_id as "clientId", facility_id as "facilityId", scopes, jwks, jwks_uri as "jwksUri", jwks_fetched_at as "fetchedAt",
      jwks_failed_at as "failedAt", suspended_at is not null as suspended
    from machine_clients where client_id = ${clientId}`;
  return client;
}

/**
 * Is the client of a token still allowed? Suspending acts at once although tokens live five minutes.
 * Remembers the time of use, at most once a minute.
 */
export async function clientInUse(ctx: { db: Db; now: () => Date }, clientId: string): Promise<boolean> {
  const now = ctx.now();
  const [row] = await ctx.db.sql`
    with seen as (
      update machine_clients set last_used_at = ${now}
      where client_id = ${clientId} and suspended_at is null and (last_used_at is null or last_used_at < ${new Date(now.getTime() - 60_000)})
    )
    select from machine_clients where client_id = ${clientId} and suspended_at is null`;
  return row !== undefined;
}
