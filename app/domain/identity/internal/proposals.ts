import { DomainError } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import type { ProposalOutcome } from "../case-rules.ts";
import type { CaseInHand, Operator } from "./case-in-hand.ts";
import { sealPart } from "./sealed-case.ts";

export interface ProposalRow {
  id: string;
  revision: number;
  kind: "link" | "replace" | "reissue";
  personId: string;
  why: Buffer;
  by: string;
  at: Date;
  outcome: ProposalOutcome | null;
  endedBy: string | null;
}

/** One proposal of a case; without a name the one that still waits. */
export async function proposalOf(tx: Tx, caseId: string, id?: string): Promise<ProposalRow | undefined> {
  const [row] = await tx.sql<ProposalRow[]>`
    select id, revision, decision as kind, person_id as "personId", why, proposed_by as by, proposed_at as at, outcome, ended_by as "endedBy"
    from identity_proposals where case_id = ${caseId} and ${id ? tx.sql`id = ${id}` : tx.sql`outcome is null`}`;
  return row;
}

interface Proposed {
  kind: ProposalRow["kind"];
  personId: string;
  why: string;
}

/** Writes down what another operator is to look at. The case is locked. */
export async function putProposal(
  tx: Tx,
  ctx: Operator,
  row: CaseInHand,
  { kind, personId, why }: Proposed,
): Promise<void> {
  const id = newId();
  await tx.sql`
    insert into identity_proposals (case_id, id, revision, decision, person_id, why, proposed_by, proposed_at)
    values (${row.id}, ${id}, ${row.revision}, ${kind}, ${personId}, ${sealPart(ctx.keys, row.id, `proposed/${id}`, why)},
      ${ctx.actor.personId}, ${ctx.now()})`;
}

/** Whoever proposed something waits for another one; nothing else is decided meanwhile, unless the digital ID says something new. */
export async function requireNoProposal(tx: Tx, ctx: Operator, row: CaseInHand): Promise<void> {
  const waits = await proposalOf(tx, row.id);
  if (!waits) return;
  if (waits.revision === row.revision)
    throw new DomainError("conflict", "identity-proposed", "A proposal waits for another operator.");
  await endProposal(tx, ctx, { caseId: row.id, id: waits.id, outcome: "overtaken" });
}

interface Ended {
  caseId: string;
  id: string;
  outcome: ProposalOutcome;
  why?: string;
}

/** Ends a proposal, once. */
export async function endProposal(tx: Tx, ctx: Operator, { caseId, id, outcome, why }: Ended): Promise<void> {
  const sealed = why === undefined ? null : sealPart(ctx.keys, caseId, `ended/${id}`, why);
  const by = outcome === "overtaken" ? null : ctx.actor.personId;
  await tx.sql`
    update identity_proposals set outcome = ${outcome}, outcome_why = ${sealed}, ended_by = ${by}, ended_at = ${ctx.now()}
    where case_id = ${caseId} and id = ${id} and outcome is null`;
}

/** Are these one person? Records of somebody who was merged are. */
export async function isSamePerson(tx: Tx, one: string, other: string): Promise<boolean> {
  if (one === other) return true;
  const [same] = await tx.sql`
    select from persons a, persons b
    where a.id = ${one} and b.id = ${other} and coalesce(a.merged_into, a.id) = coalesce(b.merged_into, b.id)`;
  return same !== undefined;
}
