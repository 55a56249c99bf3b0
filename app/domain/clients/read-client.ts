import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { Jwks } from "./find-client.ts";
import { machineScopes } from "./rules.ts";
import type { ClientView } from "./view.ts";

interface Row {
  clientId: string;
  name: string;
  facilityId: string;
  facility: string;
  scopes: string[];
  jwks: Jwks;
  jwksUri: string | null;
  fetchedAt: Date | null;
  failedAt: Date | null;
  failure: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
  suspendedAt: Date | null;
}

/** One system: what it may do, its keys and how they are used, what was refused of it. Who may: operators. @throws `not-found`. */
export async function readClient(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  clientId: string,
): Promise<ClientView> {
  const weeksAgo = new Date(ctx.now().getTime() - 14 * 86_400_000);
  const [[row], keys, failures] = await Promise.all([
    ctx.db.sql<Row[]>`
      select c.client_id as "clientId", c.name, c.facility_id as "facilityId", coalesce(n.short_name, '?') as facility, c.scopes, c.jwks, c.jwks_uri as "jwksUri",
        c.jwks_fetched_at as "fetchedAt", c.jwks_failed_at as "failedAt", c.jwks_failure as failure,
        c.created_at as "createdAt", c.last_used_at as "lastUsedAt", c.suspended_at as "suspendedAt"
      from machine_clients c left join facility_names n on n.facility_id = c.facility_id and n.valid_to is null where c.client_id = ${clientId}`,
    ctx.db.sql<{ kid: string; addedAt: Date; lastUsedAt: Date | null; retiredAt: Date | null }[]>`
      select kid, added_at as "addedAt", last_used_at as "lastUsedAt", retired_at as "retiredAt" from client_keys
      where client_id = ${clientId} order by retired_at is not null, added_at desc, kid limit 50`,
    ctx.db.sql<{ day: string; code: string; count: number }[]>`
      select day, code, count from client_failures where client_id = ${clientId} and day > (${weeksAgo}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date
      order by day desc, count desc, code limit 100`,
  ]);
  if (!row) throw new DomainError("not-found", "no-such-client", "There is no such client.");
  const { jwks, jwksUri, fetchedAt, failedAt, failure, createdAt, lastUsedAt, suspendedAt, ...facts } = row;
  return {
    ...facts,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString(),
    suspendedAt: suspendedAt?.toISOString(),
    keys: keys.map((key) => ({
      kid: key.kid,
      alg: algOf(jwks, key.kid),
      addedAt: key.addedAt.toISOString(),
      lastUsedAt: key.lastUsedAt?.toISOString(),
      retiredAt: key.retiredAt?.toISOString(),
    })),
    published: jwksUri
      ? {
          uri: jwksUri,
          fetchedAt: fetchedAt?.toISOString(),
          failedAt: failedAt?.toISOString(),
          failure: failure ?? undefined,
        }
      : undefined,
    failures: [...failures],
    allScopes: [...machineScopes],
  };
}

function algOf({ keys }: Jwks, kid: string): string | undefined {
  const key = keys.find((one) => one.kid === kid);
  const alg = key?.alg ?? key?.crv ?? key?.kty;
  return typeof alg === "string" ? alg : undefined;
}
