import { newId } from "#app/shared/ids.ts";
import type { Db } from "#db/client.ts";
import { afterFailure, type Breaker, pauseAfter } from "../rules.ts";

export interface LeasedSource extends Breaker {
  facilityId: string;
  lease: string;
  baseUrl: string;
  tokenUrl: string | null;
  clientId: string | null;
  resourceTypes: string[];
}

const LEASE_MINUTES = 10;

/** Takes the source that has waited longest, if any is due; nobody else takes it before the lease is over. */
export function claimSource(ctx: { db: Db; now: () => Date }): Promise<LeasedSource | undefined> {
  return ctx.db.transaction({}, async (tx) => {
    const [source] = await tx.sql<LeasedSource[]>`
      update pulled_sources s set lease = ${newId()}, lease_until = ${ctx.now()}::timestamptz + make_interval(mins => ${LEASE_MINUTES}),
        state = case when s.state = 'open' then 'half_open' else s.state end
      where s.facility_id = (
        select facility_id from pulled_sources
        where suspended_at is null and next_try_at <= ${ctx.now()} and (lease_until is null or lease_until < ${ctx.now()})
        order by next_try_at limit 1 for update skip locked)
      returning s.facility_id as "facilityId", s.lease, s.base_url as "baseUrl", s.token_url as "tokenUrl", s.client_id as "clientId",
        s.resource_types as "resourceTypes", s.state, s.failures`;
    return source;
  });
}

/** A source that has more to read goes on so soon. */
const MORE_SECONDS = 30;

/** `finished`: everything was read to its end; else there is more. */
export async function endWell(
  ctx: { db: Db; now: () => Date },
  source: LeasedSource,
  finished: boolean,
): Promise<void> {
  await ctx.db.transaction({}, async (tx) => {
    await tx.sql`
      update pulled_sources set state = 'closed', failures = 0, last_failure = null, last_failure_type = null, lease = null, lease_until = null,
        last_success_at = case when ${finished} then ${ctx.now()}::timestamptz else last_success_at end,
        next_try_at = case when ${finished} then ${ctx.now()}::timestamptz + make_interval(mins => every_minutes)
          else ${ctx.now()}::timestamptz + make_interval(secs => ${MORE_SECONDS}) end
      where facility_id = ${source.facilityId} and lease = ${source.lease}`;
  });
}

export async function endBadly(
  ctx: { db: Db; now: () => Date },
  source: LeasedSource,
  fault: { code: string; type?: string | undefined; retryAfterSeconds?: number | undefined },
): Promise<void> {
  const { state, failures } = afterFailure(source);
  const pause = pauseAfter(failures, Math.random(), fault.retryAfterSeconds);
  await ctx.db.transaction({}, async (tx) => {
    await tx.sql`
      update pulled_sources set state = ${state}, failures = ${failures}, last_failure = ${fault.code}, last_failure_type = ${fault.type ?? null}, last_failure_at = ${ctx.now()},
        lease = null, lease_until = null, next_try_at = ${ctx.now()}::timestamptz + make_interval(secs => ${pause})
      where facility_id = ${source.facilityId} and lease = ${source.lease}`;
  });
}
