import { stringify } from "csv-stringify/sync";
import type { OperatorActor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { unsealClaim } from "./internal/claim-of-visit.ts";

interface GhostVisit {
  reference: string;
  code5: string | null;
  facility: string | null;
  personId: string;
  correctionId: string;
  visitSourceId: string | null;
  visitCode: Buffer | null;
  visitDay: string | null;
  sentAt: Date;
  state: string;
  decidedAt: Date | null;
}

const COLUMNS = [
  "reference",
  "MA_CSKCB",
  "facility",
  "MA_LK",
  "visit_id",
  "visit_day",
  "reported_at",
  "state",
  "decided_at",
];

/**
 * Visits that people say were not theirs, as CSV for the insurer: only those whose person asked in so many words to have
 * the insurer told (Law 91/2025, article 26), and no more of them than what finds the claim: `MA_CSKCB` and `MA_LK` as the
 * facility's package had them, else its own id of what was reported. Who may: operators; it is recorded.
 */
export async function listGhostVisits(ctx: Ctx<OperatorActor>): Promise<string> {
  return ctx.db.transaction({ "app.duty": "operator" }, async (tx) => {
    const rows = await tx.sql<GhostVisit[]>`
      select i.reference, n.code5, n.name as facility, i.person_id as "personId", i.correction_id as "correctionId", i.visit_source_id as "visitSourceId",
        i.visit_code as "visitCode", i.visit_day as "visitDay", i.sent_at as "sentAt", i.state,
        i.decided_at as "decidedAt"
      from correction_inbox i left join facility_names n on n.facility_id = i.about_facility_id and n.valid_to is null
      where i.kind = 'not-mine' and (i.visit_code is not null or i.visit_source_id is not null) and i.state <> 'withdrawn' order by i.sent_at, i.reference`;
    const about = { kind: "insurer-list", id: "ghost-visits" };
    await recordAct(tx, ctx, { act: "corrections.exported", about, detail: { rows: rows.length } });
    return stringify(
      [COLUMNS, ...rows.map((row) => line(ctx, row))],
      // Spreadsheets take a text that begins like a formula for one.
      { bom: true, escape_formulas: true, record_delimiter: "windows" },
    );
  });
}

function line({ keys }: Ctx, row: GhostVisit) {
  const claim = unsealClaim(keys, row.personId, row.correctionId, row.visitCode);
  return [
    row.reference,
    claim?.MA_CSKCB ?? row.code5,
    row.facility,
    claim?.MA_LK,
    row.visitSourceId,
    row.visitDay,
    row.sentAt.toISOString(),
    row.state,
    row.decidedAt?.toISOString(),
  ];
}
