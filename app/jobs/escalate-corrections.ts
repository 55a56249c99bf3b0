import { escalateOverdue } from "#app/domain/corrections/escalate-overdue.ts";
import type { JobContext } from "./context.ts";

/** Every hour: reports that nobody has answered in time are overdue, and then the health department's. */
export const cron = "7 * * * *";

export const run = async (ctx: JobContext): Promise<void> => {
  await escalateOverdue(ctx);
};
