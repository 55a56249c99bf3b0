import type { Db } from "#db/client.ts";

/** Counts what was refused of a registered client, by day (Vietnam) and code. Of a client nobody knows nothing is kept. */
export async function noteRefusedToken(
  ctx: { db: Db; now: () => Date },
  { clientId, code }: { clientId: string; code: string },
): Promise<void> {
  const now = ctx.now();
  await ctx.db.sql`
    insert into client_failures (client_id, day, code, last_at)
    select client_id, (${now}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date, ${code}, ${now} from machine_clients where client_id = ${clientId}
    on conflict (client_id, day, code) do update set count = client_failures.count + 1, last_at = excluded.last_at`;
}

/** Remembers which key a client has signed with, at most once a minute. */
export async function noteUsedKey(
  ctx: { db: Db; now: () => Date },
  { clientId, kid }: { clientId: string; kid: string },
): Promise<void> {
  const now = ctx.now();
  await ctx.db.sql`
    update client_keys set last_used_at = ${now}
    where client_id = ${clientId} and kid = ${kid} and (last_used_at is null or last_used_at < ${new Date(now.getTime() - 60_000)})`;
}
