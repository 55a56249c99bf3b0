import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { localDay } from "#app/shared/dates.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { RhythmInput } from "./input.ts";

/**
 * Sets how often a facility sends a kind, from today. Who may: operators. What held before stays, with its dates; set
 * twice in a day, the last holds. @throws DomainError `not-found`.
 */
export async function setRhythm(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: RhythmInput & { facilityId: string },
): Promise<void> {
  const { facilityId, kind, everyHours, workingDays, source } = input;
  const today = localDay(ctx.now());
  await ctx.db.transaction({}, async (tx) => {
    const known = isId(facilityId) ? await tx.sql`select from facilities where id = ${facilityId} for update` : [];
    if (known.length === 0) throw new DomainError("not-found", "no-such-facility", "There is no such facility.");
    await tx.sql`
      update feed_rhythms set valid_to = ${today} where facility_id = ${facilityId} and kind = ${kind} and valid_to is null and valid_from < ${today}`;
    await tx.sql`
      insert into feed_rhythms (facility_id, kind, valid_from, every_hours, working_days, source)
      values (${facilityId}, ${kind}, ${today}, ${everyHours ?? null}, ${workingDays}, ${source})
      on conflict (facility_id, kind, valid_from) do update set every_hours = excluded.every_hours, working_days = excluded.working_days,
        source = excluded.source, valid_to = null, set_at = now()`;
    const detail = { kind, everyHours: everyHours ?? null, workingDays };
    await recordAct(tx, ctx, { act: "feed.rhythm-set", about: { kind: "facility", id: facilityId }, detail });
  });
}
