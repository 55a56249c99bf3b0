import { ask } from "#app/adapters/fhir-server/ask.ts";
import { ServerFault } from "#app/adapters/fhir-server/fault.ts";
import { reachOf } from "#app/adapters/fhir-server/reach.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { Db } from "#db/client.ts";
import type { Jwks, MachineClient } from "./find-client.ts";
import { jwksDocument } from "./input.ts";
import { storeKeys } from "./internal/store-keys.ts";
import { KEYS_TRY_SECONDS, keysAreDue, keysAreStale } from "./rules.ts";

export interface KeysContext {
  db: Db;
  now: () => Date;
  /** Networks in which systems' servers may be, beside the Internet. */
  privateNetworks: readonly string[];
}

const LIMITS = { timeoutMs: 5_000, maxBytes: 64 * 1024 };

type Known = Pick<MachineClient, "clientId" | "jwks" | "jwksUri" | "fetchedAt" | "failedAt">;

/**
 * The public keys of a client whose system publishes them: the kept ones, fetched again when they are an hour old or do not
 * hold `kid`. One process asks, at most once a minute; while the address is away the last good keys hold for a day.
 * @throws DomainError `unauthenticated` (`client-keys-stale`).
 */
export async function publishedKeys(ctx: KeysContext, client: Known, kid: string | undefined): Promise<Jwks> {
  const known = { kids: client.jwks.keys.map((key) => key.kid), fetchedAt: client.fetchedAt };
  const due = client.jwksUri !== null && keysAreDue(known, kid, ctx.now());
  if (!due) return client.jwks;
  await fetchKeys(ctx, client);
  // Read again: another process may just have fetched them.
  const kept = await keptKeys(ctx, client);
  if (keysAreStale(kept, ctx.now()))
    throw new DomainError("unauthenticated", "client-keys-stale", "The published keys could not be read for a day.");
  return kept.jwks;
}

/** Asks the address now, unless somebody has within the last minute. Says whether new keys are kept. */
export async function fetchKeys(ctx: KeysContext, { clientId, jwksUri }: Known): Promise<boolean> {
  const now = ctx.now();
  const before = new Date(now.getTime() - KEYS_TRY_SECONDS * 1000);
  const mine = await ctx.db.sql`
    update machine_clients set jwks_tried_at = ${now}
    where client_id = ${clientId} and jwks_uri = ${jwksUri} and (jwks_tried_at is null or jwks_tried_at < ${before})`;
  if (mine.count === 0 || jwksUri === null) return false;
  try {
    const jwks = await keysAt(ctx, jwksUri);
    return await ctx.db.transaction({}, async (tx) => {
      const still = await tx.sql`
        update machine_clients set jwks_fetched_at = ${now}, jwks_failed_at = null, jwks_failure = null
        where client_id = ${clientId} and jwks_uri = ${jwksUri}`;
      // An operator has given another address meanwhile.
      if (still.count > 0) await storeKeys(tx, { clientId, jwks, now });
      return still.count > 0;
    });
  } catch (error) {
    if (!(error instanceof ServerFault)) throw error;
    await ctx.db.sql`
      update machine_clients set jwks_failed_at = coalesce(jwks_failed_at, ${now}), jwks_failure = ${error.code}
      where client_id = ${clientId} and jwks_uri = ${jwksUri}`;
    return false;
  }
}

async function keysAt({ privateNetworks }: KeysContext, jwksUri: string): Promise<Jwks> {
  const headers = { accept: "application/jwk-set+json, application/json" };
  const { text } = await ask(new URL(jwksUri), { ...LIMITS, headers, reach: reachOf(privateNetworks) });
  try {
    return jwksDocument.parse(JSON.parse(text));
  } catch (cause) {
    throw new ServerFault("not-json", { cause });
  }
}

async function keptKeys(ctx: KeysContext, client: Known): Promise<Pick<Known, "jwks" | "fetchedAt" | "failedAt">> {
  const [row] = await ctx.db.sql<Pick<Known, "jwks" | "fetchedAt" | "failedAt">[]>`
    select jwks, jwks_fetched_at as "fetchedAt", jwks_failed_at as "failedAt" from machine_clients where client_id = ${client.clientId}`;
  return row ?? client;
}
