import { sweepRefused } from "#app/domain/feeds/sweep-refused.ts";
import type { JobContext } from "./context.ts";

/** Every night: bytes of deliveries refused 30 days ago go. */
export const cron = "40 19 * * *";

export const run = async (ctx: JobContext): Promise<void> => {
  await sweepRefused(ctx);
};
