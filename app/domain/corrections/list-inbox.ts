import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import type { Tx } from "#db/client.ts";
import { correctionView } from "./internal/correction-view.ts";
import { type CorrectionRow, correctionColumns, correctionJoins } from "./internal/queries.ts";
import type { InboxView } from "./view.ts";

export const INBOX_PAGE = 30;

/**
 * What was reported to the staff's facility, or about it: what is late first, then by deadline; settled ones last.
 * Numbers and clocks only, no word of anybody. Who may: clerks and clinicians of the facility.
 */
export async function listInbox(ctx: Ctx<Staff>, input: { page: number }): Promise<InboxView> {
  requireBookLevel(ctx.actor);
  return ctx.db.transaction({ "app.facility": ctx.actor.facilityId }, (tx) => inboxOf(tx, ctx, input.page));
}

async function inboxOf({ sql }: Tx, ctx: Ctx<Staff>, wanted: number): Promise<InboxView> {
  const { facilityId } = ctx.actor;
  const now = ctx.now();
  const ours = sql`${facilityId} in (i.facility_id, i.about_facility_id)`;
  const [counted] = await sql<{ total: number; facility: string | null }[]>`
    select (select count(*)::int from correction_inbox i where ${ours}) as total,
      (select name from facility_names where facility_id = ${facilityId} and valid_to is null) as facility`;
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / INBOX_PAGE));
  const page = Math.min(wanted, pages);
  const rows = await sql<CorrectionRow[]>`
    select ${correctionColumns(sql)} from correction_inbox i ${correctionJoins(sql)} where ${ours}
    order by case when i.state not in ('sent', 'received', 'overdue', 'escalated') then 3 when i.facility_id <> ${facilityId} then 2
        when i.decide_by < ${now} then 0 else 1 end,
      case when i.state in ('sent', 'received', 'overdue', 'escalated') then i.decide_by end, i.sent_at desc, i.reference
    limit ${INBOX_PAGE} offset ${(page - 1) * INBOX_PAGE}`;
  return {
    facility: counted?.facility ?? "",
    corrections: rows.map((row) => correctionView(row, now)),
    total,
    page,
    pages,
  };
}
