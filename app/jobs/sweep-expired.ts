import { sweepExpired } from "#app/domain/identity/sweep-expired.ts";
import type { JobContext } from "./context.ts";

/** Every ten minutes: sessions, sign-ins and used assertions that are over leave the tables. */
export const cron = "*/10 * * * *";

export const run = (ctx: JobContext): Promise<void> => sweepExpired(ctx);
