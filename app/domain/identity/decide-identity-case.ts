import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError, isDomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { type CaseAnswer, caseSteps } from "./case-rules.ts";
import type { DecideIdentity } from "./help-input.ts";
import { attachAccount } from "./internal/attach-account.ts";
import { OWN_IDENTITY, requireNotOwn } from "./internal/not-own.ts";
import { retried } from "./internal/retried.ts";
import { openClaims, sealPart } from "./internal/sealed-case.ts";

type Operator = Ctx<Extract<Actor, { kind: "operator" }>>;

interface Taken {
  account: Buffer;
  issuer: string;
  claims: Buffer;
}

/**
 * An operator says whose an account is, or that nobody can. One of two operators decides; the same decision again is
 * carried out once; what the digital ID said meanwhile is looked at first. Who may: operators, but about themselves.
 * @throws DomainError `conflict` (`identity-decided`, `identity-changed`, `own-identity`, `account-exists`,
 * `number-of-another`), `not-found`.
 */
export async function decideIdentityCase(
  ctx: Operator & { digitalIds: DigitalIds },
  input: DecideIdentity & { id: string },
): Promise<void> {
  requireFresh(ctx, "link-account");
  const { id, kind } = input;
  if (!isId(id)) throw noCase();
  const decision = retried(() =>
    ctx.db.transaction({ "app.duty": "operator" }, async (tx) => {
      const taken = await take(tx, ctx, input);
      if (!taken) return;
      if (kind !== "refuse") {
        const claimed = openClaims(ctx.keys, id, taken.claims);
        if (!claimed) throw decided();
        await requireNotOwn(tx, ctx, { ...taken, claimed, personId: input.personId });
        const personId = await attachAccount(tx, ctx, { ...taken, claimed, kind, personId: input.personId });
        await tx.sql`update identity_cases set person_id = ${personId} where id = ${id}`;
      }
      // Decided, nobody needs to read any more what it said.
      await tx.sql`update identity_cases set claims = '', contact = null, words = null where id = ${id}`;
      await recordAct(tx, ctx, {
        act: "identity-case.decided",
        about: { kind: "identity-case", id },
        detail: { decision: kind, refusal: input.refusal ?? null },
      });
    }),
  );
  await decision.catch(async (error: unknown) => {
    if (isDomainError(error) && error.code === OWN_IDENTITY) await noteOwn(ctx, id, kind);
    throw error;
  });
}

/** What was undone with the decision is said all the same: somebody tried to decide about themself. */
const noteOwn = (ctx: Operator, id: string, decision: string): Promise<void> =>
  ctx.db.transaction({ "app.duty": "operator" }, (tx) =>
    recordAct(tx, ctx, {
      act: "identity-case.own-refused",
      about: { kind: "identity-case", id },
      detail: { decision },
    }),
  );

/** Takes the case; `undefined` when this very decision was carried out before. */
async function take(tx: Tx, ctx: Operator, input: DecideIdentity & { id: string }): Promise<Taken | undefined> {
  const { id, kind, revision } = input;
  const step = caseSteps[kind === "refuse" ? "refuse" : "link"];
  const said = input.personId ? `${kind}:${input.personId}` : kind;
  const [row] = await tx.sql<
    (Taken & { state: string; revision: number; decision: string; by: string; over: boolean })[]
  >`
    select account, issuer, claims, state, revision, decision, decided_by as by, lapses_at < ${ctx.now()} as over
    from identity_cases where id = ${id} for update`;
  if (!row) throw noCase();
  if (row.by === ctx.actor.personId && row.decision === said && row.state === step.to) return undefined;
  if (row.over || !step.from.some((state) => state === row.state)) throw decided();
  if (row.revision !== revision)
    throw new DomainError("conflict", "identity-changed", "The digital ID has said something else meanwhile.");
  await tx.sql`
    update identity_cases set state = ${step.to}, decision = ${said}, refusal = ${kind === "refuse" ? (input.refusal ?? null) : null}, answer = null,
      why = ${sealPart(ctx.keys, id, "why", input.why)}, decided_by = ${ctx.actor.personId}, decided_at = ${ctx.now()}
    where id = ${id}`;
  return row;
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

const noCase = () => new DomainError("not-found", "no-such-case", "There is no such case.");
const decided = () => new DomainError("conflict", "identity-decided", "Somebody else has decided this meanwhile.");
