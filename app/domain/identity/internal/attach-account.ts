import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { createPerson } from "#app/domain/persons/create-person.ts";
import { findPersons } from "#app/domain/persons/find-persons.ts";
import { replaceCurrentNumber } from "#app/domain/persons/replace-number.ts";
import type { ScopedIdentifier } from "#app/domain/persons/scoped-identifier.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { accountsOf } from "./accounts.ts";
import { type ClaimedPerson, claimedNumbers, numbersHash, saidOf } from "./claimed-person.ts";
import { endAccount } from "./end-account.ts";
import { linkAccountHash } from "./link-account.ts";
import { noteLink } from "./note-link.ts";

type Operator = Ctx<Extract<Actor, { kind: "operator" }>> & { digitalIds: DigitalIds };

export interface Attach {
  account: Buffer;
  issuer: string;
  claimed: ClaimedPerson;
  kind: "link" | "replace" | "reissue" | "create";
  /** Whom it is linked to, but for `create`. */
  personId: string | undefined;
}

/**
 * Carries out whose an account is: it leaves whom it led to, with its sessions, and leads to the person from now on, with
 * the very numbers it brought; said in the log and the sign-in history of both. Gives the person.
 */
export async function attachAccount(tx: Tx, ctx: Operator, attach: Attach): Promise<string> {
  const { account, issuer, claimed, kind } = attach;
  const personId = kind === "create" ? await create(tx, ctx, attach) : await memberFor(tx, attach.personId);
  const changed = new Set([personId]);
  const [now] = await tx.sql<{ id: string; personId: string }[]>`
    select id, person_id as "personId" from linked_accounts where subject_hash = ${account} and ended_at is null for no key update`;
  const theirs = await accountsOf(tx, [await rootOf(tx, personId)]);
  const stays = now !== undefined && theirs.some((one) => one.id === now.id);
  if (now && !stays) {
    changed.add(now.personId);
    await ended(tx, ctx, { id: now.id, personId: now.personId, issuer }, "moved");
  }
  for (const other of theirs.filter((one) => one.endedAt === null && one.issuer === issuer && one.id !== now?.id)) {
    if (kind !== "replace") throw new DomainError("conflict", "account-exists", "The person has another account.");
    changed.add(other.personId);
    await ended(tx, ctx, other, "replaced");
  }
  if (kind === "reissue") await reissue(tx, ctx, personId, claimed);
  const settled = numbersHash(ctx.keys, claimed);
  if (stays) await tx.sql`update linked_accounts set settled = ${settled} where id = ${now.id}`;
  else {
    await linkAccountHash(tx, { issuer, hash: account }, { personId, by: "operator", settled });
    await noteLink(tx, { personId, issuer, digitalIds: ctx.digitalIds, kind: "linked", code: "operator" });
  }
  await noteDuty(tx, ctx, [...changed], { action: "change", subject: "account-linked" });
  return personId;
}

async function ended(
  tx: Tx,
  ctx: Operator,
  account: { id: string; personId: string; issuer: string },
  why: "moved" | "replaced",
): Promise<void> {
  await endAccount(tx, { accountId: account.id, by: "operator", why, now: ctx.now() });
  const { personId, issuer } = account;
  await noteLink(tx, { personId, issuer, digitalIds: ctx.digitalIds, kind: "unlinked", code: "operator" });
}

/** Somebody new, with those of the numbers that are nobody's. */
async function create(tx: Tx, ctx: Operator, { claimed, issuer }: Attach): Promise<string> {
  const numbers = claimedNumbers(claimed);
  const free: ScopedIdentifier[] = [];
  for (const number of numbers) if ((await findPersons(tx, ctx.keys, [number])).length === 0) free.push(number);
  const options = { keys: ctx.keys, assignerId: undefined, source: `issuer:${issuer}` };
  return createPerson(tx, saidOf(claimed, numbers), free, options);
}

/** The number that is said was issued instead of the one the person has. */
async function reissue(tx: Tx, ctx: Operator, personId: string, claimed: ClaimedPerson): Promise<void> {
  const wrong = claimed.personalNumber
    ? await replaceCurrentNumber(tx, ctx, { personId, number: claimed.personalNumber })
    : { number: ["number-gone"] };
  const code = Object.values(wrong ?? {})[0]?.[0];
  if (code) throw new DomainError("conflict", code, "The number cannot be recorded as re-issued.");
}

/** The person as the operator chose them, locked: a merge at the same time waits. */
async function memberFor(tx: Tx, personId: string | undefined): Promise<string> {
  const [person] =
    personId && isId(personId)
      ? await tx.sql<{ id: string }[]>`
          select c.id from persons p join persons c on c.id = coalesce(p.merged_into, p.id) where p.id = ${personId} for no key update of c`
      : [];
  if (!person) throw new DomainError("not-found", "no-such-person", "There is no such person.");
  return person.id;
}

async function rootOf(tx: Tx, personId: string): Promise<string> {
  const [row] = await tx.sql<{ root: string }[]>`
    select coalesce(merged_into, id) as root from persons where id = ${personId}`;
  return row?.root ?? personId;
}
