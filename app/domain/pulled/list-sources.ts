import { loadClientKey } from "#app/adapters/signing/client-key.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { pulledTypes } from "./rules.ts";
import type { PulledSourcesView, PulledSourceView } from "./view.ts";

type Row = Omit<
  PulledSourceView,
  "tokenUrl" | "clientId" | "lastFailure" | "lastFailureType" | "lastSuccessAt" | "nextTryAt" | "suspendedAt"
> & {
  tokenUrl: string | null;
  clientId: string | null;
  lastFailure: string | null;
  lastFailureType: string | null;
  lastSuccessAt: Date | null;
  nextTryAt: Date;
  suspendedAt: Date | null;
};

/** The sources that are asked and how that goes. Who may: operators. */
export async function listSources(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  keysDir: string,
): Promise<PulledSourcesView> {
  const [rows, facilities] = await Promise.all([
    ctx.db.sql<Row[]>`
      select s.facility_id as "facilityId", coalesce(n.short_name, '?') as facility, s.base_url as "baseUrl", s.token_url as "tokenUrl", s.client_id as "clientId",
        s.resource_types as "resourceTypes", s.every_minutes as "everyMinutes", s.state, s.failures, coalesce(s.lease_until > ${ctx.now()}, false) as asking, s.last_failure as "lastFailure", s.last_failure_type as "lastFailureType",
        s.last_success_at as "lastSuccessAt", s.next_try_at as "nextTryAt", s.suspended_at as "suspendedAt"
      from pulled_sources s left join facility_names n on n.facility_id = s.facility_id and n.valid_to is null order by 2`,
    ctx.db.sql<{ id: string; name: string }[]>`
      select facility_id as id, name from facility_names where valid_to is null order by code5 nulls last, name`,
  ]);
  const key = loadClientKey(keysDir)?.publicJwk;
  return {
    sources: rows.map(sourceView),
    facilities: [...facilities],
    types: [...pulledTypes],
    publicKeys: key ? JSON.stringify({ keys: [key] }) : undefined,
  };
}

const sourceView = ({
  lastSuccessAt,
  nextTryAt,
  suspendedAt,
  lastFailure,
  lastFailureType,
  tokenUrl,
  clientId,
  ...row
}: Row): PulledSourceView => ({
  ...row,
  tokenUrl: tokenUrl ?? undefined,
  clientId: clientId ?? undefined,
  lastFailure: lastFailure ?? undefined,
  lastFailureType: lastFailureType ?? undefined,
  lastSuccessAt: lastSuccessAt?.toISOString(),
  nextTryAt: nextTryAt.toISOString(),
  suspendedAt: suspendedAt?.toISOString(),
});
