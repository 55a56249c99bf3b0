import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { isId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { type CaseAnswer, caseSteps } from "./case-rules.ts";
import type { DecideIdentity } from "./help-input.ts";
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
import { isLookedUp } from "./internal/led-to.ts";
import { requireNotOwn } from "./internal/not-own.ts";
import { proposalOf, putProposal, requireNoProposal } from "./internal/proposals.ts";

type Input = DecideIdentity & { id: string };

/**
 * An operator says whose an account is, or that nobody can; who was only looked up is proposed to a second operator. One
 * of two operators decides; the same decision again is carried out once; what the digital ID said meanwhile is looked at
 * first. Who may: operators, but about themselves. @throws DomainError `conflict` (`identity-decided`, `identity-changed`,
 * `identity-proposed`, `own-identity`, `account-exists`, `number-of-another`), `not-found`.
 */
export async function decideIdentityCase(ctx: Operator & { digitalIds: DigitalIds }, input: Input): Promise<void> {
  requireFresh(ctx, "link-account");
  const { kind, personId, refusal, why } = input;
  const said = personId ? `${kind}:${personId}` : kind;
  await onCase(ctx, { id: input.id, decision: kind }, async (tx, row) => {
    if (await doneBefore(tx, ctx, row, input)) return;
    requireWaiting(row, input.revision);
    await requireNoProposal(tx, ctx, row);
    let linked: string | undefined;
    if (kind !== "refuse") {
      const claimed = claimedIn(ctx, row);
      await requireNotOwn(tx, ctx, { ...row, claimed, personId });
      if (
        kind !== "create" &&
        personId &&
        isId(personId) &&
        (await isLookedUp(tx, ctx.keys, { ...row, claimed }, personId))
      )
        return propose(tx, ctx, row, { kind, personId, why });
      linked = await attachAccount(tx, ctx, { ...row, claimed, kind, personId });
    }
    await close(tx, ctx, row, { said, personId: linked, refusal, why });
    await recordAct(tx, ctx, {
      act: "identity-case.decided",
      about: { kind: "identity-case", id: row.id },
      detail: { decision: kind, refusal: refusal ?? null },
    });
  });
}

/** Was this very decision, or proposal, made by this operator before? */
async function doneBefore(tx: Tx, ctx: Operator, row: CaseInHand, { kind, personId }: Input): Promise<boolean> {
  const me = ctx.actor.personId;
  const said = personId ? `${kind}:${personId}` : kind;
  if (row.by === me && row.decision === said && row.state === caseSteps[kind === "refuse" ? "refuse" : "link"].to)
    return true;
  const waits = await proposalOf(tx, row.id);
  return waits?.by === me && waits.kind === kind && waits.personId === personId && waits.revision === row.revision;
}

async function propose(
  tx: Tx,
  ctx: Operator,
  row: CaseInHand,
  proposed: Parameters<typeof putProposal>[3],
): Promise<void> {
  await putProposal(tx, ctx, row, proposed);
  const detail = { decision: proposed.kind };
  await recordAct(tx, ctx, { act: "identity-case.proposed", about: { kind: "identity-case", id: row.id }, detail });
}

/** An answer that decides nothing yet: what is needed of the person. Who may: operators. @throws as deciding does. */
export async function answerIdentityCase(
  ctx: Operator,
  input: { id: string; answer: CaseAnswer; revision: number },
): Promise<void> {
  const { id, answer } = input;
  if (!isId(id)) throw noCase();
  await ctx.db.transaction({ "app.duty": "operator" }, async (tx) => {
    const changed = await tx.sql`
      update identity_cases set state = ${caseSteps.answer.to}, answer = ${answer}, answered_at = ${ctx.now()}
      where id = ${id} and state = any(${[...caseSteps.answer.from]}) and lapses_at > ${ctx.now()}`;
    if (changed.count === 0) throw decided();
    const detail = { answer };
    await recordAct(tx, ctx, { act: "identity-case.answered", about: { kind: "identity-case", id }, detail });
  });
}

/** Undoes a refusal: the account's next sign-in is asked about anew. Who may: operators. Pressed twice it is done once. */
export async function askAgain(ctx: Operator, input: { id: string }): Promise<void> {
  requireFresh(ctx, "link-account");
  const { id } = input;
  if (!isId(id)) throw noCase();
  await ctx.db.transaction({ "app.duty": "operator" }, async (tx) => {
    const step = caseSteps["ask-again"];
    const changed = await tx.sql`
      update identity_cases set state = ${step.to} where id = ${id} and state = any(${[...step.from]})`;
    if (changed.count > 0)
      await recordAct(tx, ctx, { act: "identity-case.asked-again", about: { kind: "identity-case", id } });
  });
}
