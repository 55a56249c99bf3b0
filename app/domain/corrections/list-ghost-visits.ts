import { stringify } from "csv-stringify/sync";
import type { OperatorActor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";

interface GhostVisit {
  reference: string;
  code5: string | null;
  facility: string | null;
  visitSourceId: string;
  visitDay: string | null;
  sentAt: Date;
  state: string;
  decidedAt: Date | null;
}

const COLUMNS = ["reference", "MA_CSKCB", "facility", "visit_id", "visit_day", "reported_at", "state", "decided_at"];

/**
 * Visits that people say were not theirs, as CSV for the insurer: only those whose person asked in so many words to have
 * the insurer told (Law 91/2025, article 26), and no more of them than what finds the claim. Who may: operators; it is recorded.
 */
export async function listGhostVisits(ctx: Ctx<OperatorActor>): Promise<string> {
  return ctx.db.transaction({}, async (tx) => {
    const rows = await tx.sql<GhostVisit[]>`
      select i.reference, n.code5, n.name as facility, i.visit_source_id as "visitSourceId", i.visit_day as "visitDay", i.sent_at as "sentAt", i.state,
        i.decided_at as "decidedAt"
      from correction_inbox i left join facility_names n on n.facility_id = i.about_facility_id and n.valid_to is null
      where i.kind = 'not-mine' and i.visit_source_id is not null and i.state <> 'withdrawn' order by i.sent_at, i.reference`;
    const about = { kind: "insurer-list", id: "ghost-visits" };
    await recordAct(tx, ctx, { act: "corrections.exported", about, detail: { rows: rows.length } });
    return stringify(
      [
        COLUMNS,
        ...rows.map((row) => [
          row.reference,
          row.code5,
          row.facility,
          row.visitSourceId,
          row.visitDay,
          row.sentAt.toISOString(),
          row.state,
          row.decidedAt?.toISOString(),
        ]),
      ],
      // Spreadsheets take a text that begins like a formula for one.
      { bom: true, escape_formulas: true, record_delimiter: "windows" },
    );
  });
}
