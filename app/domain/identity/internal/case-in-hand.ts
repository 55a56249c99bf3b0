import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { DomainError, isDomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { type CaseState, caseSteps } from "../case-rules.ts";
import type { ClaimedPerson } from "./claimed-person.ts";
import { OWN_IDENTITY } from "./not-own.ts";
import { retried } from "./retried.ts";
import { openClaims, sealPart } from "./sealed-case.ts";

export type Operator = Ctx<Extract<Actor, { kind: "operator" }>>;

export interface CaseInHand {
  id: string;
  account: Buffer;
  issuer: string;
  claims: Buffer;
  state: CaseState;
  revision: number;
  decision: string | null;
  by: string | null;
  over: boolean;
}

/** Work on one case as an operator; what was refused as the operator's own stands in the log all the same. */
export async function onCase(
  ctx: Operator,
  { id, decision }: { id: string; decision: string },
  work: (tx: Tx, row: CaseInHand) => Promise<void>,
): Promise<void> {
  if (!isId(id)) throw noCase();
  const done = retried(() =>
    ctx.db.transaction({ "app.duty": "operator" }, async (tx) => work(tx, await locked(tx, ctx, id))),
  );
  await done.catch(async (error: unknown) => {
    if (isDomainError(error) && error.code === OWN_IDENTITY) await noteOwn(ctx, id, decision);
    throw error;
  });
}

/** Whoever meets another one at the same case waits here. */
async function locked(tx: Tx, ctx: Operator, id: string): Promise<CaseInHand> {
  const [row] = await tx.sql<CaseInHand[]>`
    select id, account, issuer, claims, state, revision, decision, decided_by as by, lapses_at < ${ctx.now()} as over
    from identity_cases where id = ${id} for update`;
  if (!row) throw noCase();
  return row;
}

/** @throws DomainError `conflict` when it is decided or over, or says something else than what was looked at. */
export function requireWaiting(row: CaseInHand, revision: number): void {
  if (row.over || !caseSteps.link.from.some((state) => state === row.state)) throw decided();
  if (row.revision !== revision)
    throw new DomainError("conflict", "identity-changed", "The digital ID has said something else meanwhile.");
}

/** What the digital ID said of the case. @throws DomainError `conflict` when nobody keeps it any more. */
export function claimedIn(ctx: Operator, row: CaseInHand): ClaimedPerson {
  const claimed = openClaims(ctx.keys, row.id, row.claims);
  if (!claimed) throw decided();
  return claimed;
}

interface Decision {
  /** `refuse`, `create`, or how and to whom: `link:<person>`. */
  said: string;
  personId: string | undefined;
  refusal: string | undefined;
  why: string;
}

/** Closes the case. Decided, nobody needs to read any more what the digital ID said. */
export async function close(tx: Tx, ctx: Operator, { id }: CaseInHand, decision: Decision): Promise<void> {
  const { said, personId, refusal, why } = decision;
  const step = caseSteps[said === "refuse" ? "refuse" : "link"];
  await tx.sql`
    update identity_cases set state = ${step.to}, decision = ${said}, refusal = ${refusal ?? null}, answer = null, person_id = ${personId ?? null},
      why = ${sealPart(ctx.keys, id, "why", why)}, decided_by = ${ctx.actor.personId}, decided_at = ${ctx.now()},
      claims = '', contact = null, words = null
    where id = ${id}`;
}

const noteOwn = (ctx: Operator, id: string, decision: string): Promise<void> =>
  ctx.db.transaction({ "app.duty": "operator" }, (tx) =>
    recordAct(tx, ctx, {
      act: "identity-case.own-refused",
      about: { kind: "identity-case", id },
      detail: { decision },
    }),
  );

export const noCase = () => new DomainError("not-found", "no-such-case", "There is no such case.");
export const decided = () =>
  new DomainError("conflict", "identity-decided", "Somebody else has decided this meanwhile.");
