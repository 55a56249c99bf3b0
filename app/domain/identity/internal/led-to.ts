import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { findPersons } from "#app/domain/persons/find-persons.ts";
import type { Tx } from "#db/client.ts";
import { needsSecond } from "../case-rules.ts";
import { type ClaimedPerson, claimedNumbers } from "./claimed-person.ts";

/** How the account itself leads to somebody, beside the kinds of numbers. */
export const BY_ACCOUNT = "oidc_subject";

interface Said {
  account: Buffer;
  claimed: ClaimedPerson;
}

/** Whom the account leads to now, and whom its verified numbers lead to: cluster → how. */
export async function ledTo(tx: Tx, keys: KeyRing, { account, claimed }: Said): Promise<Map<string, string[]>> {
  const by = new Map<string, string[]>();
  const add = (root: string, how: string) => by.set(root, [...(by.get(root) ?? []), how]);
  const [linked] = await tx.sql<{ root: string }[]>`
    select coalesce(p.merged_into, p.id) as root from linked_accounts a join persons p on p.id = a.person_id
    where a.subject_hash = ${account} and a.ended_at is null`;
  if (linked) add(linked.root, BY_ACCOUNT);
  for (const person of await findPersons(tx, keys, claimedNumbers(claimed)))
    for (const kind of person.by) add(person.id, kind);
  return by;
}

/** Must a second operator look before the account is linked to this person? A merged one counts as their cluster. */
export async function isLookedUp(tx: Tx, keys: KeyRing, said: Said, personId: string): Promise<boolean> {
  const by = await ledTo(tx, keys, said);
  const [person] = await tx.sql<{ root: string }[]>`
    select coalesce(merged_into, id) as root from persons where id = ${personId}`;
  return needsSecond(by.get(person?.root ?? personId) ?? []);
}
