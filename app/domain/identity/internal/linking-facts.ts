import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { demographicsOf, type FoundPerson, findPersons } from "#app/domain/persons/find-persons.ts";
import { type SaidPerson, whyNot } from "#app/domain/persons/match-person.ts";
import { contradiction } from "#app/domain/persons/rules.ts";
import type { ScopedIdentifier } from "#app/domain/persons/scoped-identifier.ts";
import { byteaArray, type Tx } from "#db/client.ts";
import type { LinkingFacts } from "../linking-rules.ts";
import { type ClaimedPerson, claimedNumbers, numbersHashes, saidOf } from "./claimed-person.ts";
import { subjectHashes } from "./provider-hashes.ts";

export interface AccountName {
  issuer: string;
  subject: string;
}

/** The account as it is linked: to whom of a merged cluster, and who that is now. */
export interface LinkedAccount {
  id: string;
  memberId: string;
  root: string;
  settled: Buffer | null;
}

export interface Reading {
  facts: LinkingFacts;
  account: LinkedAccount | undefined;
  numbers: ScopedIdentifier[];
  said: SaidPerson;
  found: FoundPerson[];
}

/**
 * Reads what the rules of linking ask. `hold` keeps the account's link from being ended until the transaction is over:
 * whoever ends it then ends the session, too.
 */
export async function readFacts(
  tx: Tx,
  keys: KeyRing,
  name: AccountName,
  claimed: ClaimedPerson,
  { hold }: { hold: boolean },
): Promise<Reading> {
  const hashes = byteaArray(tx.sql, subjectHashes(keys, name.issuer, name.subject));
  const numbers = claimedNumbers(claimed);
  const said = saidOf(claimed, numbers);
  const [account, found] = await Promise.all([linkedAccount(tx, hashes, hold), findPersons(tx, keys, numbers)]);
  const [one, another] = found;
  const only = another ? undefined : one;
  const facts: LinkingFacts = {
    account: account && (await linkedTo(tx, keys, account, claimed, said)),
    saysNumber: numbers.length > 0,
    leadsTo: found.map((person) => person.id),
    contradicts:
      only && whyNot(only, said, numbers, { keys, assignerId: undefined, source: "", creatingKinds: VOUCHED }),
    ...(account || !only
      ? { sameIssuer: false, unlinkedBefore: false }
      : await before(tx, hashes, name.issuer, only.id)),
  };
  return { facts, account, numbers, said, found };
}

/** Numbers that make a person when a digital ID vouches for them. */
export const VOUCHED = ["personal_number", "passport"] as const;

async function linkedAccount(
  tx: Tx,
  hashes: ReturnType<typeof byteaArray>,
  hold: boolean,
): Promise<LinkedAccount | undefined> {
  const [row] = await tx.sql<LinkedAccount[]>`
    select a.id, p.id as "memberId", coalesce(p.merged_into, p.id) as root, a.settled
    from linked_accounts a join persons p on p.id = a.person_id
    where a.subject_hash = any(${hashes}) and a.ended_at is null ${hold ? tx.sql`for no key update of a` : tx.sql``}`;
  return row;
}

async function linkedTo(
  tx: Tx,
  keys: KeyRing,
  { memberId, root, settled }: LinkedAccount,
  claimed: ClaimedPerson,
  said: SaidPerson,
): Promise<NonNullable<LinkingFacts["account"]>> {
  const rows = await tx.sql<(Parameters<typeof demographicsOf>[1] & { hasNumber: boolean })[]>`
    select p.id, p.demographics, p.birth_low as low, p.birth_high as high, p.sex,
      exists (select from identifiers i where i.person_id = p.id and i.kind = 'personal_number' and i.valid_to is null) as "hasNumber"
    from persons p where p.id = ${root} or p.merged_into = ${root}`;
  const theirs = rows.filter((row) => row.id === memberId || row.id === root);
  return {
    personId: root,
    hasNumber: rows.some((row) => row.hasNumber),
    agrees: theirs.some((row) => !contradiction(demographicsOf(keys, row), said)),
    settled: settled !== null && numbersHashes(keys, claimed).some((hash) => hash.equals(settled)),
  };
}

/** Other accounts of this digital ID that lead to the person, and whether this one did once. */
async function before(
  tx: Tx,
  hashes: ReturnType<typeof byteaArray>,
  issuer: string,
  personId: string,
): Promise<Pick<LinkingFacts, "sameIssuer" | "unlinkedBefore">> {
  const [row] = await tx.sql<[Pick<LinkingFacts, "sameIssuer" | "unlinkedBefore">]>`
    with own as (select id from persons where id = ${personId} or merged_into = ${personId})
    select exists (select from linked_accounts a join own on own.id = a.person_id where a.issuer = ${issuer} and a.ended_at is null) as "sameIssuer",
      exists (select from linked_accounts a join own on own.id = a.person_id
        where a.subject_hash = any(${hashes}) and a.ended_at is not null and a.ended_why <> 'replaced') as "unlinkedBefore"`;
  return row;
}
