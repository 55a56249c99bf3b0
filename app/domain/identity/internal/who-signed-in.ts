import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { BOOK_LEVEL } from "#app/domain/access/rules.ts";
import { matchPerson, type SaidPerson } from "#app/domain/persons/match-person.ts";
import { updateDemographics } from "#app/domain/persons/update-demographics.ts";
import type { Tx } from "#db/client.ts";

/**
 * The person a verified identity is about, or the code of why that cannot be said. Below the book's
 * level it finds the person by number and leaves nothing behind: neither a name, nor a birth date,
 * nor a link to the account, for nobody has checked whose they are.
 */
export async function whoSignedIn(
  tx: Tx,
  keys: KeyRing,
  identity: VerifiedIdentity,
): Promise<{ personId: string } | { refused: string }> {
  const checked = identity.assuranceLevel >= BOOK_LEVEL;
  const said = checked ? allOf(identity) : numbersOf(identity);
  const source = `issuer:${identity.issuer}`;
  const match = await matchPerson(tx, said, {
    keys,
    assignerId: undefined,
    source,
    creatingKinds: ["personal_number", "passport"],
  });
  if ("quarantine" in match) return { refused: `identity-${match.quarantine}` };
  if (checked) await updateDemographics(tx, keys, match.personId, { ...said, source });
  return { personId: match.personId };
}

function numbersOf({ personalNumber, passport }: VerifiedIdentity): SaidPerson {
  const numbers = [
    { kind: "personal_number" as const, system: "", value: personalNumber },
    { kind: "passport" as const, system: "", value: passport },
  ];
  const identifiers = numbers.flatMap(({ value, ...i }) => (value ? [{ ...i, value }] : []));
  return { names: [], birth: undefined, sex: "unknown", deceasedOn: undefined, identifiers };
}

function allOf(identity: VerifiedIdentity): SaidPerson {
  const { name, birth, sex, issuer, subject } = identity;
  const numbers = numbersOf(identity);
  const account = { kind: "oidc_subject" as const, system: issuer, value: subject };
  return { ...numbers, names: [name], birth, sex, identifiers: [...numbers.identifiers, account] };
}
