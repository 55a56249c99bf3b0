import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { outagesNow } from "#app/domain/feed-status/status-query.ts";
import { feedLines } from "./internal/feed-lines.ts";
import type { FeedsView } from "./status-view.ts";

/** How every feed does, kind by kind. Who may: operators. No clinical value. */
export async function listFeeds(ctx: Ctx<Extract<Actor, { kind: "operator" }>>): Promise<FeedsView> {
  const now = ctx.now();
  const { lines, outages } = await feedLines(ctx.db.sql, now);
  return { feeds: lines, outages: outagesNow(outages, now).filter((o) => o.facilityId === undefined) };
}
