import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { machineScopes } from "./rules.ts";
import type { ClientRowView, ClientsView } from "./view.ts";

interface Row {
  clientId: string;
  name: string;
  facilityId: string;
  facility: string;
  scopes: string[];
  jwks: { keys: { kid?: string; alg?: string; crv?: string }[] };
  createdAt: Date;
  lastUsedAt: Date | null;
  suspendedAt: Date | null;
  keysFailedAt: Date | null;
}

/** Registered systems and their public facts. Who may: operators. */
export async function listClients(ctx: Ctx<Extract<Actor, { kind: "operator" }>>): Promise<ClientsView> {
  const [rows, facilities] = await Promise.all([
    ctx.db.sql<Row[]>`
      select c.client_id as "clientId", c.name, c.facility_id as "facilityId", coalesce(n.short_name, '?') as facility, c.scopes, c.jwks,
        c.created_at as "createdAt", c.last_used_at as "lastUsedAt", c.suspended_at as "suspendedAt", c.jwks_failed_at as "keysFailedAt"
      from machine_clients c left join facility_names n on n.facility_id = c.facility_id and n.valid_to is null
      order by n.code5 nulls last, c.created_at`,
    ctx.db.sql<{ id: string; name: string }[]>`
      select facility_id as id, name from facility_names where valid_to is null order by code5 nulls last, name`,
  ]);
  return { clients: rows.map(clientRow), facilities: [...facilities], scopes: [...machineScopes] };
}

function clientRow({ jwks, createdAt, lastUsedAt, suspendedAt, keysFailedAt, ...row }: Row): ClientRowView {
  return {
    ...row,
    keys: jwks.keys.map((key) => ({ kid: key.kid, alg: key.alg ?? key.crv })),
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString(),
    suspendedAt: suspendedAt?.toISOString(),
    keysFailedAt: keysFailedAt?.toISOString(),
  };
}
