import type { OperatorActor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { correctionView } from "./internal/correction-view.ts";
import { type CorrectionRow, correctionColumns, correctionJoins } from "./internal/queries.ts";
import { mayStep, openStates } from "./rules.ts";
import type { OversightView } from "./view.ts";

const SHOWN = 100;

type FacilityRow = OversightView["facilities"][number];

/** Which facilities answer in time, and what is late or brought before the department. Who may: operators; no word of anybody. */
export async function readOversight(ctx: Ctx<OperatorActor>): Promise<OversightView> {
  const now = ctx.now();
  const open = [...openStates];
  const [facilities, rows, ghosts] = await ctx.db.readAll<[FacilityRow[], CorrectionRow[], { n: number }[]]>(
    { "app.duty": "operator" },
    (sql) => [
      sql<FacilityRow[]>`
        select i.about_facility_id as id, coalesce(n.short_name, '?') as name, count(*) filter (where i.state = any(${open}))::int as open,
          count(*) filter (where i.state = 'sent' and i.acknowledge_by < ${now})::int as unacknowledged,
          count(*) filter (where i.state = any(${open}) and i.decide_by < ${now})::int as overdue,
          count(*) filter (where i.state = 'escalated')::int as escalated
        from correction_inbox i left join facility_names n on n.facility_id = i.about_facility_id and n.valid_to is null
        where i.about_facility_id is not null group by 1, 2 order by overdue desc, escalated desc, open desc, 2`,
      sql<CorrectionRow[]>`
        select ${correctionColumns(sql)} from correction_inbox i ${correctionJoins(sql)}
        where i.state in ('overdue', 'escalated') or i.state = any(${open}) and (i.decide_by < ${now} or w.kind = 'department')
        order by i.decide_by, i.reference limit ${SHOWN}`,
      sql<
        { n: number }[]
      >`select count(*)::int as n from correction_inbox where visit_source_id is not null or visit_code is not null`,
    ],
  );
  return {
    facilities: [...facilities],
    corrections: rows.map((row) => ({
      ...correctionView(row, now),
      mayEscalate: row.state === "overdue" && mayStep("escalate", row, now),
    })),
    ghostVisits: ghosts[0]?.n ?? 0,
  };
}
