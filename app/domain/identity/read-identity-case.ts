import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { masked } from "#app/domain/persons/mask.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { type CaseAnswer, type CaseRefusal, isWaiting } from "./case-rules.ts";
import type { ClaimedView, IdentityCaseView, ProposalView } from "./case-view.ts";
import { labelOf } from "./internal/accounts.ts";
import type { Operator } from "./internal/case-in-hand.ts";
import { reasonsOf } from "./internal/case-reasons.ts";
import { claimantsOf } from "./internal/claimants.ts";
import type { ClaimedPerson } from "./internal/claimed-person.ts";
import { isSamePerson, type ProposalRow, proposalOf } from "./internal/proposals.ts";
import { openClaims, openPart } from "./internal/sealed-case.ts";
import { type CaseRow, caseRow, isProposed } from "./list-identity-cases.ts";

interface Row extends CaseRow {
  account: Buffer;
  revision: number;
  claims: Buffer;
  contact: Buffer | null;
  words: Buffer | null;
  saidAt: Date | null;
  answer: CaseAnswer | null;
  refusal: CaseRefusal | null;
  personId: string | null;
}

interface ReadInput {
  id: string;
  /** Somebody who was looked up. */
  person: string | undefined;
  reveal: boolean;
  digitalIds: DigitalIds;
}

/**
 * A sign-in that waits, beside everybody whose it may be; numbers masked until an operator asks, which is logged. Who may:
 * operators; before anything is shown the look stands in their log and in that of each candidate. @throws DomainError
 * `not-found`.
 */
export async function readIdentityCase(
  ctx: Operator,
  { id, person, reveal, digitalIds }: ReadInput,
): Promise<IdentityCaseView> {
  if (!isId(id)) throw noCase();
  return ctx.db.transaction({ "app.duty": "operator" }, async (tx) => {
    const [row] = await tx.sql<Row[]>`
      select id, reference, reason, case when state in ('open', 'answered') and lapses_at < ${ctx.now()} then 'lapsed' else state end as state, issuer,
        opened_at as "openedAt", due_at as "dueAt", decided_at as "decidedAt", contact is not null as reachable,
        state in ('open', 'answered') and due_at < ${ctx.now()} as late,
        state in ('open', 'answered') and ${isProposed(tx.sql)} as proposed, account, revision, claims, contact,
        words, said_at as "saidAt", answer, refusal, person_id as "personId"
      from identity_cases where id = ${id}`;
    if (!row) throw noCase();
    const claimed = isWaiting(row.state) ? openClaims(ctx.keys, id, row.claims) : undefined;
    const proposal = claimed && row.proposed ? await proposalOf(tx, id) : undefined;
    const lookedUp = [person, proposal?.personId].filter((one) => one !== undefined && isId(one)) as string[];
    const { account, issuer } = row;
    const candidates = claimed
      ? await claimantsOf(tx, { keys: ctx.keys, digitalIds }, { account, issuer, claimed, lookedUp })
      : [];
    const ids = candidates.map((candidate) => candidate.id);
    await noteDuty(tx, ctx, ids, { action: "read", subject: "account-sorting" });
    const act = reveal ? "identity-case.revealed" : "identity-case.looked";
    const detail = { candidates: ids.length };
    await recordAct(tx, ctx, { act, about: { kind: "identity-case", id }, detail });
    return {
      ...caseRow(row),
      revision: row.revision,
      label: labelOf(digitalIds, issuer),
      claimed: claimed && claimedView(claimed, reveal),
      candidates,
      proposal: proposal && (await proposalView(tx, ctx, id, proposal)),
      reasons: await reasonsOf(tx, ctx, account),
      phone: openPart(ctx.keys, id, "contact", row.contact),
      words: openPart(ctx.keys, id, "words", row.words),
      saidAt: row.saidAt?.toISOString(),
      answer: row.answer ?? undefined,
      refusal: row.refusal ?? undefined,
      personId: row.personId ?? undefined,
    };
  });
}

async function proposalView(tx: Tx, ctx: Operator, caseId: string, row: ProposalRow): Promise<ProposalView> {
  const { id, kind, personId, at } = row;
  const why = openPart(ctx.keys, caseId, `proposed/${id}`, row.why) ?? "";
  return { id, kind, personId, why, at: at.toISOString(), mine: await isSamePerson(tx, row.by, ctx.actor.personId) };
}

function claimedView({ name, birth, sex, ...said }: ClaimedPerson, reveal: boolean): ClaimedView {
  const number = (kind: string, value: string | undefined, former = false) =>
    value ? [{ kind, value: reveal ? value : masked(value), former }] : [];
  return {
    name,
    birth,
    sex,
    numbers: [
      ...number("personal_number", said.personalNumber),
      ...number("personal_number", said.formerNumber, true),
      ...number("passport", said.passport),
    ],
  };
}

const noCase = () => new DomainError("not-found", "no-such-case", "There is no such case.");
