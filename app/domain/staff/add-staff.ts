import type { OperatorActor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { StaffInput } from "./input.ts";
import { type PutOnRoster, putOnRoster } from "./internal/put-on-roster.ts";

/**
 * Gives somebody a role at a place, by personal number; the same again changes nothing, other terms change the line.
 * Who may: operators. The role is in force with the person's next request.
 */
export const addStaff = (ctx: Ctx<OperatorActor>, input: StaffInput): Promise<PutOnRoster> => putOnRoster(ctx, input);
