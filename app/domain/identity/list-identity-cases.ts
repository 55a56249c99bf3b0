import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { Tx } from "#db/client.ts";
import type { IdentityCaseRowView, IdentityCasesView } from "./case-view.ts";

export const CASES_PER_PAGE = 30;

export interface CaseRow {
  id: string;
  reference: string;
  reason: IdentityCaseRowView["reason"];
  state: IdentityCaseRowView["state"];
  issuer: string;
  openedAt: Date;
  dueAt: Date;
  decidedAt: Date | null;
  reachable: boolean;
  late: boolean;
  proposed: boolean;
}

/** A proposal about what the digital ID says now waits for a second operator. A fragment of SQL. */
export const isProposed = (sql: Tx["sql"]) => sql`
  exists (select from identity_proposals p where p.case_id = identity_cases.id and p.outcome is null and p.revision = identity_cases.revision)`;

/**
 * Sign-ins that wait for an operator, by their deadline; or those decided in the last 30 days, the latest first. Who may:
 * operators. It says nothing of who they are about.
 */
export async function listIdentityCases(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  input: { shown: "waiting" | "decided"; page: number },
): Promise<IdentityCasesView> {
  const now = ctx.now();
  const monthAgo = new Date(now.getTime() - 30 * 86_400_000);
  const waits = input.shown === "waiting";
  const offset = (Math.max(1, input.page) - 1) * CASES_PER_PAGE;
  const [rows, [counted]] = await ctx.db.readAll<[CaseRow[], [{ waiting: number; late: number; decided: number }]]>(
    { "app.duty": "operator" },
    (sql) => [
      sql`
      select id, reference, reason, state, issuer, opened_at as "openedAt", due_at as "dueAt", decided_at as "decidedAt", contact is not null as reachable,
        state in ('open', 'answered') and due_at < ${now} as late, state in ('open', 'answered') and ${isProposed(sql)} as proposed
      from identity_cases
      where case when ${waits} then state in ('open', 'answered') and lapses_at > ${now} else state in ('linked', 'refused') and decided_at > ${monthAgo} end
      order by case when ${waits} then due_at end, decided_at desc, id limit ${CASES_PER_PAGE} offset ${offset}`,
      sql`
      select count(*) filter (where state in ('open', 'answered') and lapses_at > ${now})::int as waiting,
        count(*) filter (where state in ('open', 'answered') and lapses_at > ${now} and due_at < ${now})::int as late,
        count(*) filter (where state in ('linked', 'refused') and decided_at > ${monthAgo})::int as decided
      from identity_cases`,
    ],
  );
  const total = waits ? counted.waiting : counted.decided;
  return {
    cases: rows.map(caseRow),
    shown: input.shown,
    waiting: counted.waiting,
    late: counted.late,
    page: Math.max(1, input.page),
    pages: Math.max(1, Math.ceil(total / CASES_PER_PAGE)),
  };
}

export const caseRow = ({ openedAt, dueAt, decidedAt, ...row }: CaseRow): IdentityCaseRowView => ({
  ...row,
  openedAt: openedAt.toISOString(),
  dueAt: dueAt.toISOString(),
  decidedAt: decidedAt?.toISOString(),
});
