import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { PROVINCE } from "#app/domain/feed-status/status-rules.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { OutageInput } from "./input.ts";

type Operator = Extract<Actor, { kind: "operator" }>;

/**
 * Tells everybody that a feed, or all of the province, is out. Who may: operators. The same form twice tells it once.
 * @throws DomainError `not-found`.
 */
export async function announceOutage(ctx: Ctx<Operator>, input: OutageInput & { facilityId: string }): Promise<void> {
  const { idempotencyKey: id, facilityId, wholeProvince, ofKind, startsAt, endsAt, textVi, textEn } = input;
  const about = wholeProvince ? PROVINCE : facilityId;
  await ctx.db.transaction({}, async (tx) => {
    const known = isId(facilityId) ? await tx.sql`select from facilities where id = ${facilityId}` : [];
    if (known.length === 0) throw new DomainError("not-found", "no-such-facility", "There is no such facility.");
    const added = await tx.sql`
      insert into feed_outages (facility_id, id, kinds, starts_at, ends_at, text_vi, text_en, written_by)
      values (${about}, ${id}, ${ofKind ? [ofKind] : []}::text[], ${startsAt}, ${endsAt ?? null}, ${textVi}, ${textEn}, ${ctx.actor.personId})
      on conflict do nothing`;
    if (added.count === 1)
      await recordAct(tx, ctx, {
        act: "feed.outage-told",
        about: { kind: "facility", id: about },
        detail: { notice: id },
      });
  });
}

/** The outage is over. Who may: operators. Once over, it stays over. */
export async function endOutage(ctx: Ctx<Operator>, input: { facilityId: string; id: string }): Promise<void> {
  if (!isId(input.id) || !isId(input.facilityId)) return;
  const { id } = input;
  const now = ctx.now();
  await ctx.db.transaction({}, async (tx) => {
    const ended = await tx.sql`
      update feed_outages set ends_at = greatest(${now}::timestamptz, starts_at)
      where facility_id = any(${[input.facilityId, PROVINCE]}::uuid[]) and id = ${id} and (ends_at is null or ends_at > ${now})`;
    if (ended.count === 1)
      await recordAct(tx, ctx, {
        act: "feed.outage-ended",
        about: { kind: "facility", id: input.facilityId },
        detail: { notice: id },
      });
  });
}
