import type { Reader } from "#app/domain/access/actor.ts";
import { mayChange } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { CardsView } from "./view.ts";

/** Why nobody may ask the insurer here and now. */
export const closedTo = (ctx: Ctx<Reader>, gateway: boolean): CardsView["closed"] =>
  !gateway ? "no-gateway" : mayChange(ctx.actor) ? undefined : "only-looking";
