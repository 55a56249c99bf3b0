import type { Db } from "#db/client.ts";

/** Makes the coming months' partitions of the log. Who may: the worker. Making them again changes nothing. */
export async function makeLogPartitions(ctx: { db: Db }, input: { monthsAhead: number }): Promise<void> {
  await ctx.db.sql`select ensure_log_partitions(${input.monthsAhead})`;
}
