import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { isWaiting } from "./case-rules.ts";
import type { SettleProposal } from "./help-input.ts";
import { attachAccount } from "./internal/attach-account.ts";
import {
  type CaseInHand,
  claimedIn,
  close,
  decided,
  noCase,
  type Operator,
  onCase,
  requireWaiting,
} from "./internal/case-in-hand.ts";
import { requireNotOwn } from "./internal/not-own.ts";
import { endProposal, isSamePerson, type ProposalRow, proposalOf } from "./internal/proposals.ts";

type Input = SettleProposal & { id: string };

/**
 * A second operator has looked and agrees: the account is linked as it was proposed. Of two at once one confirms; the
 * same one pressing again does nothing. Who may: operators other than who proposed it, but about themselves.
 * @throws DomainError `conflict` (`own-proposal`, `own-identity`, `identity-decided`, `identity-changed`,
 * `account-exists`, `number-of-another`), `not-found`.
 */
export async function confirmProposal(ctx: Operator & { digitalIds: DigitalIds }, input: Input): Promise<void> {
  requireFresh(ctx, "link-account");
  await onCase(ctx, { id: input.id, decision: "confirm" }, async (tx, row) => {
    const proposal = await waiting(tx, ctx, row, { proposalId: input.proposalId, outcome: "confirmed" });
    if (!proposal) return;
    requireWaiting(row, proposal.revision);
    if (await isSamePerson(tx, proposal.by, ctx.actor.personId))
      throw new DomainError("conflict", "own-proposal", "Another operator than who proposed it confirms.");
    const { kind, personId } = proposal;
    const claimed = claimedIn(ctx, row);
    await requireNotOwn(tx, ctx, { ...row, claimed, personId });
    const linked = await attachAccount(tx, ctx, { ...row, claimed, kind, personId });
    await endProposal(tx, ctx, { caseId: row.id, id: proposal.id, outcome: "confirmed" });
    await close(tx, ctx, row, { said: `${kind}:${personId}`, personId: linked, refusal: undefined, why: input.why });
    await recordAct(tx, ctx, {
      act: "identity-case.decided",
      about: { kind: "identity-case", id: row.id },
      detail: { decision: kind, refusal: null, proposal: proposal.id },
    });
  });
}

/**
 * A second operator does not agree, or the first one takes it back: the case waits as before. Who may: operators, but
 * about themselves. @throws DomainError `conflict` (`identity-decided`, `own-identity`), `not-found`.
 */
export async function sendBackProposal(ctx: Operator, input: Input): Promise<void> {
  await onCase(ctx, { id: input.id, decision: "send-back" }, async (tx, row) => {
    const own = (by: string) => isSamePerson(tx, by, ctx.actor.personId);
    const found = await proposalOf(tx, row.id, isId(input.proposalId) ? input.proposalId : undefined);
    const outcome = found && (await own(found.by)) ? "withdrawn" : "sent-back";
    const proposal = await waiting(tx, ctx, row, { proposalId: input.proposalId, outcome });
    if (!proposal) return;
    if (row.over || !isWaiting(row.state)) throw decided();
    await requireNotOwn(tx, ctx, { ...row, claimed: claimedIn(ctx, row), personId: proposal.personId });
    await endProposal(tx, ctx, { caseId: row.id, id: proposal.id, outcome, why: input.why });
    await recordAct(tx, ctx, {
      act: `identity-case.${outcome}`,
      about: { kind: "identity-case", id: row.id },
      detail: { proposal: proposal.id },
    });
  });
}

/** The proposal, still to be settled; `undefined` when this operator settled it so before. */
async function waiting(
  tx: Tx,
  ctx: Operator,
  row: CaseInHand,
  { proposalId, outcome }: { proposalId: string; outcome: ProposalRow["outcome"] },
): Promise<ProposalRow | undefined> {
  if (!isId(proposalId)) throw noCase();
  const proposal = await proposalOf(tx, row.id, proposalId);
  if (!proposal) throw noCase();
  if (proposal.outcome === null) return proposal;
  if (proposal.outcome === outcome && proposal.endedBy === ctx.actor.personId) return undefined;
  throw decided();
}
