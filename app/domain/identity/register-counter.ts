import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId, newId } from "#app/shared/ids.ts";
import { newToken, tokenHash } from "./internal/tokens.ts";
import type { PersonActor } from "./view.ts";

interface NewCounter {
  /** Where it stands, for operators; staff register one of the facility they are on duty at. */
  facilityId?: string | undefined;
  name: string;
  /** The browser's session: from now on it stands at the counter, if it is of that facility. */
  sessionToken: string;
}

/**
 * Makes the browser a counter that several people of a facility share. Its cookie is a long random one; nobody is let in
 * by it. Who may: staff on duty there, and operators. @throws DomainError `forbidden`, `step-up-needed`.
 */
export async function registerCounter(ctx: Ctx<PersonActor>, input: NewCounter): Promise<{ counterToken: string }> {
  requireFresh(ctx, "register-counter");
  const { actor } = ctx;
  const facilityId =
    "facilityId" in actor ? actor.facilityId : actor.kind === "operator" ? input.facilityId : undefined;
  if (!facilityId || !isId(facilityId))
    throw new DomainError("forbidden", "no-facility", "A counter is of a facility.");
  const [id, token] = [newId(), newToken()];
  await ctx.db.transaction({}, async (tx) => {
    const added = await tx.sql`
      insert into counters (facility_id, id, name, token_hash, registered_by)
      select f.id, ${id}, ${input.name}, ${tokenHash(token)}, ${actor.personId} from facilities f where f.id = ${facilityId}`;
    if (added.count === 0) throw new DomainError("forbidden", "no-facility", "There is no such facility.");
    await tx.sql`
      update sessions set counter_id = ${id} where id_hash = ${tokenHash(input.sessionToken)} and ended_at is null and facility_id = ${facilityId}`;
    await recordAct(tx, ctx, {
      act: "counter.registered",
      about: { kind: "counter", id },
      detail: { facility: facilityId },
    });
  });
  return { counterToken: token };
}
