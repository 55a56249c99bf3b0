import type { OperatorActor } from "#app/domain/access/actor.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { StaffInput } from "./input.ts";
import { type PutOnRoster, putOnRoster } from "./internal/put-on-roster.ts";

/**
 * Gives somebody a role at a place, by personal number; the same again changes nothing, other terms change the line.
 * Who may: operators. The role is in force with the person's next request.
 */
export async function addStaff(ctx: Ctx<OperatorActor>, input: StaffInput): Promise<PutOnRoster> {
  requireFresh(ctx, "change-roster");
  return putOnRoster(ctx, input);
}
