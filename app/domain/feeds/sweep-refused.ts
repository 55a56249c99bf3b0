import type { Db } from "#db/client.ts";

/** Days that the bytes of a refused delivery are kept, to be tried again. */
export const REFUSED_DAYS = 30;

/** Lets the bytes of old refused deliveries go; that they were refused, and why, stays. Who may: the job. */
export async function sweepRefused(ctx: { db: Db; now: () => Date }): Promise<number> {
  const before = new Date(ctx.now().getTime() - REFUSED_DAYS * 86_400_000);
  const [row] = await ctx.db.sql<{ swept: number }[]>`select sweep_refused_bodies(${before}) as swept`;
  return row?.swept ?? 0;
}
