import type { MachineHandler } from "#app/http/machine.ts";
import { json } from "#app/http/respond.ts";
import { DomainError } from "#app/shared/errors.ts";

/** GET /ops/readyz: the database answers, to pages and to the feed thread. */
export const handle: MachineHandler = async (_request, ctx) => {
  try {
    await ctx.db.sql`select 1`;
  } catch (cause) {
    throw new DomainError("unavailable", "database-silent", "The database does not answer.", { cause });
  }
  if (!(await ctx.feed.isReady()))
    throw new DomainError("unavailable", "feed-down", "Deliveries cannot be taken: the feed thread or its database.");
  return json({ status: "ready" });
};

export const openapi = {
  responses: {
    "200": { description: "Ready for requests." },
    "503": { description: "The database does not answer, or deliveries cannot be taken." },
  },
};
