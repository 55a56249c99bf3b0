import type { Db } from "#db/client.ts";

/** Sources that are well and were not asked just now are asked next: somebody is looking. */
export async function hastenSources(ctx: { db: Db; now: () => Date }): Promise<void> {
  await ctx.db.transaction({}, async (tx) => {
    await tx.sql`
      update pulled_sources set next_try_at = ${ctx.now()}
      where suspended_at is null and state = 'closed' and failures = 0 and next_try_at > ${ctx.now()}
        and coalesce(last_success_at, '-infinity') < ${ctx.now()}::timestamptz - interval '5 minutes'`;
  });
}
