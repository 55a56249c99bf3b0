import type { Db } from "#db/client.ts";

/**
 * Ended sessions are kept a month for the sign-in history, counts of refused systems three; the rest goes when it is
 * over. Who may: the worker.
 */
export async function sweepExpired(ctx: { db: Db; now: () => Date }): Promise<void> {
  const now = ctx.now();
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await ctx.db.sql`delete from sign_in_attempts where expires_at < ${now}`;
  await ctx.db.sql`delete from passkey_challenges where expires_at < ${now}`;
  await ctx.db.sql`delete from oauth_artifacts where expires_at < ${now}`;
  await ctx.db.sql`delete from help_sessions where ends_at < ${now}`;
  await ctx.db.sql`
    update identity_cases set state = 'lapsed', claims = '', contact = null, words = null
    where lapses_at < ${now} and state in ('open', 'answered')`;
  await ctx.db.sql`
    delete from client_failures where day < (${daysAgo(90)}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date`;
  await ctx.db.sql`delete from sessions where ends_at < ${daysAgo(30)}`;
}
