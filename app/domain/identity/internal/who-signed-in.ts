import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { BOOK_LEVEL } from "#app/domain/access/rules.ts";
import { createUnderNumber } from "#app/domain/persons/create-person.ts";
import { linkIdentifiers } from "#app/domain/persons/link-identifiers.ts";
import { supersedeNumber } from "#app/domain/persons/supersede-number.ts";
import { updateDemographics } from "#app/domain/persons/update-demographics.ts";
import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { decideLinking, type LinkingDecision, type UnclearReason } from "../linking-rules.ts";
import { numbersAlone } from "./claimed-person.ts";
import { linkAccount } from "./link-account.ts";
import { type Reading, readFacts, VOUCHED } from "./linking-facts.ts";
import { subjectHash } from "./provider-hashes.ts";
import { Contended } from "./retried.ts";

export type WhoSignedIn =
  /** The one of a merged cluster whom the account is linked to, so that after an un-merge it stays theirs. */
  { personId: string; linked?: "first" | "further" } | { refused: string } | { unclear: UnclearReason };

/**
 * The person a verified identity is about, or why that cannot be said: by the account, else by the verified number,
 * never by name. Below the book's level it leaves nothing behind: neither a name, nor a birth date, nor a link to the
 * account, nor a case, for nobody has checked whose they are. @throws Contended when another sign-in came between.
 */
export async function whoSignedIn(tx: Tx, keys: KeyRing, identity: VerifiedIdentity): Promise<WhoSignedIn> {
  const checked = identity.assuranceLevel >= BOOK_LEVEL;
  const read = await readFacts(tx, keys, identity, checked ? identity : numbersAlone(identity), { hold: checked });
  const decision = decideLinking(read.facts);
  if (checked) return carryOut(tx, keys, identity, read, decision);
  if (decision.is === "unclear") return { refused: `identity-${decision.why}` };
  return { personId: decision.is === "create" ? await create(tx, keys, identity, read) : memberOf(read) };
}

async function carryOut(
  tx: Tx,
  keys: KeyRing,
  identity: VerifiedIdentity,
  read: Reading,
  decision: LinkingDecision,
): Promise<WhoSignedIn> {
  switch (decision.is) {
    case "unclear":
      return { unclear: decision.why };
    case "create": {
      const personId = await create(tx, keys, identity, read);
      await linkAccount(tx, keys, identity, { personId, by: "sign-in" });
      return { personId, linked: "first" };
    }
    case "link":
      return link(tx, keys, identity, decision.personId);
    case "in":
      // Under the key in force, as the session's: ending the account finds it.
      await Promise.all([
        tx.sql`
          update linked_accounts set last_used_at = clock_timestamp(), subject_hash = ${subjectHash(keys, identity.issuer, identity.subject)}
          where id = ${read.account?.id ?? null}`,
        decision.takes && take(tx, keys, identity, read),
      ]);
      return { personId: memberOf(read) };
  }
}

/** Linked under the person's own row, so that two accounts at once, or a merge, wait for each other; then asked again. */
async function link(tx: Tx, keys: KeyRing, identity: VerifiedIdentity, root: string): Promise<WhoSignedIn> {
  await tx.sql`select from persons where id = ${root} for no key update`;
  const read = await readFacts(tx, keys, identity, identity, { hold: true });
  const again = decideLinking(read.facts);
  if (again.is !== "link" || again.personId !== root) throw new Contended();
  const personId = memberOf(read);
  const { first } = await linkAccount(tx, keys, identity, { personId, by: "sign-in" });
  await take(tx, keys, identity, read);
  return { personId, linked: first ? "first" : "further" };
}

const memberOf = ({ account, found }: Reading): string => account?.memberId ?? found[0]?.member.id ?? "";

async function create(tx: Tx, keys: KeyRing, identity: VerifiedIdentity, { said, numbers }: Reading): Promise<string> {
  const founding = VOUCHED.flatMap((kind) => numbers.find((number) => number.kind === kind) ?? [])[0];
  const options = { keys, assignerId: undefined, source: `issuer:${identity.issuer}` };
  const named = { ...said, names: said.names.filter((name) => name !== "") };
  const personId = founding && (await createUnderNumber(tx, named, founding, numbers, options, newId()));
  if (!personId) throw new Contended();
  await supersede(tx, keys, identity, personId);
  return personId;
}

/** What a verified digital ID says at each sign-in is what the book shows. */
async function take(tx: Tx, keys: KeyRing, identity: VerifiedIdentity, read: Reading): Promise<void> {
  const source = `issuer:${identity.issuer}`;
  const personId = memberOf(read);
  const root = read.account?.root ?? read.found[0]?.id ?? personId;
  const theirs =
    read.found.every(({ member }) => member.id === personId) && (read.found.length > 0 || !read.facts.account?.settled);
  await Promise.all([
    theirs && linkIdentifiers(tx, personId, read.numbers, { keys, assignerId: undefined, source }),
    // The book of a cluster shows the root's name.
    ...[...new Set([personId, root])].map((id) => updateDemographics(tx, keys, id, { ...read.said, source })),
  ]);
  await supersede(tx, keys, identity, personId);
}

/** The provider says which number was there before: the re-issue is recorded as an operator would. */
async function supersede(tx: Tx, keys: KeyRing, identity: VerifiedIdentity, personId: string): Promise<void> {
  const { formerNumber, personalNumber } = identity;
  if (formerNumber && personalNumber && formerNumber !== personalNumber)
    await supersedeNumber(tx, keys, { personId, former: formerNumber, current: personalNumber });
}
