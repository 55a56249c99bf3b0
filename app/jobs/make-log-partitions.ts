import { makeLogPartitions } from "#app/domain/audit/make-log-partitions.ts";
import type { JobContext } from "./context.ts";

/** Every night: the log's months are there before they begin. */
export const cron = "10 19 * * *";

export const run = (ctx: JobContext): Promise<void> => makeLogPartitions(ctx, { monthsAhead: 3 });
