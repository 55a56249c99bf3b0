import crypto from "node:crypto";
import { derivedKey } from "#app/adapters/keys/derived-key.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { Reader } from "#app/domain/access/actor.ts";
import { bookOwner } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import { localDay } from "#app/shared/dates.ts";
import { isId } from "#app/shared/ids.ts";

/**
 * Counts that a facility still asked for paper: one person once a day. Who may: whoever has a book open. Nothing says who it was, so
 * no log does either. @returns false for a place that is none.
 */
export async function noteDemand(ctx: Ctx<Reader>, facilityId: string): Promise<boolean> {
  requireBookLevel(ctx.actor);
  if (!isId(facilityId)) return false;
  const day = localDay(ctx.now());
  const who = unlinkable(ctx.keys, bookOwner(ctx.actor), facilityId, day);
  return ctx.db.transaction({ "app.facility": facilityId }, async ({ sql }) => {
    const known = await sql`select from facilities where id = ${facilityId} and kind <> 'department'`;
    if (known.length === 0) return false;
    await sql`insert into paper_demands (facility_id, day, who) values (${facilityId}, ${day}, ${who}) on conflict do nothing`;
    return true;
  });
}

/** The same person at the same place on the same day gives the same; nothing else does, and without the key nobody can try. */
function unlinkable(keys: KeyRing, personId: string, facilityId: string, day: string): Buffer {
  const key = derivedKey(keys, "paper demands");
  return crypto.createHmac("sha256", key).update([personId, facilityId, day].join("\n")).digest();
}
