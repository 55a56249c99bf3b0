import type { Actor } from "#app/domain/access/actor.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { Tx } from "#db/client.ts";
import type { Jwks } from "./find-client.ts";
import { storeKeys } from "./internal/store-keys.ts";
import { type MachineScope, MOST_KEYS } from "./rules.ts";

type Operator = Ctx<Extract<Actor, { kind: "operator" }>>;

interface Locked {
  jwks: Jwks;
  jwksUri: string | null;
  scopes: string[];
}

/** What is recorded of a change: codes and names of keys, never a key. */
type Done = { act: string; detail: Record<string, string> } | undefined;

/**
 * Puts keys in beside those that are there; all of them are valid until one is retired. The same keys again change
 * nothing. Who may: operators. @throws DomainError `conflict` (`kid-taken`, `too-many-keys`, `keys-are-fetched`), `not-found`.
 */
export const addKeys = (ctx: Operator, { clientId, jwks }: { clientId: string; jwks: Jwks }): Promise<void> =>
  change(ctx, clientId, async (tx, client) => {
    if (client.jwksUri !== null) throw conflict("keys-are-fetched");
    const added = jwks.keys.filter((key) => !client.jwks.keys.some((known) => sameKey(known, key)));
    if (added.length === 0) return undefined;
    if (added.some((key) => client.jwks.keys.some((known) => known.kid === key.kid))) throw conflict("kid-taken");
    const keys = [...client.jwks.keys, ...added];
    if (keys.length > MOST_KEYS) throw conflict("too-many-keys");
    await storeKeys(tx, { clientId, jwks: { keys }, now: ctx.now() });
    return { act: "client.keys-added", detail: { kids: added.map((key) => key.kid).join(" ") } };
  });

/**
 * Takes a key out: what it signs from now on is refused. The last one stays; a system without keys is to be suspended. Who
 * may: operators. Pressed twice it is done once. @throws DomainError `conflict` (`last-key`, `keys-are-fetched`), `not-found`.
 */
export const retireKey = (ctx: Operator, { clientId, kid }: { clientId: string; kid: string }): Promise<void> =>
  change(ctx, clientId, async (tx, client) => {
    if (client.jwksUri !== null) throw conflict("keys-are-fetched");
    const keys = client.jwks.keys.filter((key) => key.kid !== kid);
    if (keys.length === client.jwks.keys.length) return undefined;
    if (keys.length === 0) throw conflict("last-key");
    await storeKeys(tx, { clientId, jwks: { keys }, now: ctx.now() });
    return { act: "client.key-retired", detail: { kid } };
  });

/** Keys come from this address from now on; until it has answered, those that are there hold. Who may: operators. */
export const fetchKeysFrom = (
  ctx: Operator,
  { clientId, jwksUri }: { clientId: string; jwksUri: string },
): Promise<void> =>
  change(ctx, clientId, async (tx, client) => {
    if (client.jwksUri === jwksUri) return undefined;
    await tx.sql`
      update machine_clients set jwks_uri = ${jwksUri}, jwks_fetched_at = null, jwks_tried_at = null, jwks_failed_at = null, jwks_failure = null
      where client_id = ${clientId}`;
    return { act: "client.key-address", detail: { host: new URL(jwksUri).host } };
  });

/** Keys are pasted again: the last good ones stay, and the address is asked no more. Who may: operators. */
export const keepKeys = (ctx: Operator, { clientId }: { clientId: string }): Promise<void> =>
  change(ctx, clientId, async (tx, client) => {
    if (client.jwksUri === null) return undefined;
    if (client.jwks.keys.length === 0) throw conflict("last-key");
    await tx.sql`
      update machine_clients set jwks_uri = null, jwks_fetched_at = null, jwks_tried_at = null, jwks_failed_at = null, jwks_failure = null
      where client_id = ${clientId}`;
    return { act: "client.keys-kept", detail: {} };
  });

/** What a system may do; its tokens of before keep their scopes for the minutes they live. Who may: operators. */
export const changeScopes = (
  ctx: Operator,
  { clientId, scopes }: { clientId: string; scopes: MachineScope[] },
): Promise<void> =>
  change(ctx, clientId, async (tx, client) => {
    const wanted = [...new Set(scopes)].sort();
    if (wanted.join(" ") === [...client.scopes].sort().join(" ")) return undefined;
    await tx.sql`update machine_clients set scopes = ${wanted} where client_id = ${clientId}`;
    return { act: "client.scopes", detail: { scopes: wanted.join(" ") } };
  });

async function change(ctx: Operator, clientId: string, work: (tx: Tx, client: Locked) => Promise<Done>): Promise<void> {
  requireFresh(ctx, "change-client");
  await ctx.db.transaction({}, async (tx) => {
    const [client] = await tx.sql<Locked[]>`
      select jwks, jwks_uri as "jwksUri", scopes from machine_clients where client_id = ${clientId} for update`;
    if (!client) throw new DomainError("not-found", "no-such-client", "There is no such client.");
    const done = await work(tx, client);
    if (done) await recordAct(tx, ctx, { ...done, about: { kind: "client", id: clientId } });
  });
}

const sameKey = (a: Jwks["keys"][number], b: Jwks["keys"][number]): boolean =>
  a.kid === b.kid && ["kty", "crv", "x", "y", "n", "e"].every((part) => a[part] === b[part]);

const conflict = (code: string) => new DomainError("conflict", code, "The client's keys do not allow this.");
