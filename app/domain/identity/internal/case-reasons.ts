import type { Tx } from "#db/client.ts";
import type { CaseRefusal } from "../case-rules.ts";
import type { ReasonView } from "../case-view.ts";
import type { Operator } from "./case-in-hand.ts";
import { openPart } from "./sealed-case.ts";

interface Row {
  caseId: string;
  proposalId: string | null;
  reference: string;
  step: string;
  refusal: CaseRefusal | null;
  why: Buffer | null;
  by: string | null;
  at: Date;
}

/**
 * What operators gave as their grounds in every case of this account, the latest first: decisions, and proposals with
 * what became of them.
 */
export async function reasonsOf(tx: Tx, { keys, actor }: Operator, account: Buffer): Promise<ReasonView[]> {
  const rows = await tx.sql<Row[]>`
    with cases as (select * from identity_cases where account = ${account})
    select id as "caseId", null::uuid as "proposalId", reference, split_part(decision, ':', 1) as step, refusal, why, decided_by as by, decided_at as at
      from cases where decided_at is not null
    union all
    select c.id, p.id, reference, 'proposed', null, p.why, p.proposed_by, p.proposed_at
      from cases c join identity_proposals p on p.case_id = c.id
    union all
    select c.id, p.id, reference, p.outcome, null, p.outcome_why, p.ended_by, p.ended_at
      from cases c join identity_proposals p on p.case_id = c.id where p.outcome in ('sent-back', 'withdrawn', 'overtaken')
    order by at desc`;
  return rows.map(({ caseId, proposalId, step, why, by, at, reference, refusal }) => ({
    reference,
    step: stepOf(step),
    refusal: refusal ?? undefined,
    why: openPart(keys, caseId, partOf(step, proposalId), why),
    mine: by === actor.personId,
    at: at.toISOString(),
  }));
}

const partOf = (step: string, proposalId: string | null) =>
  proposalId === null ? "why" : (`${step === "proposed" ? "proposed" : "ended"}/${proposalId}` as const);

const proposalSteps = ["proposed", "sent-back", "withdrawn", "overtaken"] as const;

function stepOf(step: string): ReasonView["step"] {
  if (step === "refuse") return "refused";
  if (step === "create") return "created";
  return proposalSteps.find((one) => one === step) ?? "linked";
}
