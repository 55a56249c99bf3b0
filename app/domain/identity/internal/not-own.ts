import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { findPersons } from "#app/domain/persons/find-persons.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { type ClaimedPerson, claimedNumbers } from "./claimed-person.ts";

export const OWN_IDENTITY = "own-identity";

interface Deciding {
  account: Buffer;
  claimed: ClaimedPerson;
  /** Whom it is to be linked to; nobody yet when they are new. */
  personId: string | undefined;
}

/**
 * Nobody decides about themself: not to whom they link, not whom the account has ever led to, not whom its numbers lead
 * to. @throws DomainError `conflict` (`own-identity`).
 */
export async function requireNotOwn(
  tx: Tx,
  { keys, actor }: { keys: KeyRing; actor: { personId: string } },
  { account, claimed, personId }: Deciding,
): Promise<void> {
  const chosen = personId && isId(personId) ? [personId] : [];
  const found = (await findPersons(tx, keys, claimedNumbers(claimed))).map((person) => person.id);
  const [own] = await tx.sql`
    select from persons me, persons p
    where me.id = ${actor.personId} and coalesce(me.merged_into, me.id) = coalesce(p.merged_into, p.id)
      and (p.id = any(${[...chosen, ...found]}::uuid[])
        or p.id in (select person_id from linked_accounts where subject_hash = ${account}))
    limit 1`;
  if (own) throw new DomainError("conflict", OWN_IDENTITY, "Nobody decides about their own account.");
}
