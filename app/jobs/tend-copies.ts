import { tendCopies } from "#app/domain/health-book/copies/tend-copies.ts";
import type { JobContext } from "./context.ts";

/** Every minute: copies that are over go, and those that a lost worker left are made by another. */
export const cron = "* * * * *";

export const run = (ctx: JobContext): Promise<void> => tendCopies(ctx);
