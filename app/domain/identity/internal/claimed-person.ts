import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import { identifierHash, identifierHashes } from "#app/adapters/keys/identifier-hash.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { SaidPerson } from "#app/domain/persons/match-person.ts";
import { type ScopedIdentifier, scopedAll } from "#app/domain/persons/scoped-identifier.ts";
import { foldName } from "#app/shared/names.ts";

/** What a digital ID says of its holder, as far as it tells who they are. */
export type ClaimedPerson = Pick<
  VerifiedIdentity,
  "name" | "birth" | "sex" | "personalNumber" | "formerNumber" | "passport"
>;

/** The verified numbers; a number that was replaced stands beside the one that replaced it. */
export function claimedNumbers({ personalNumber, formerNumber, passport }: ClaimedPerson): ScopedIdentifier[] {
  const numbers = [
    { kind: "personal_number" as const, system: "", value: personalNumber },
    { kind: "personal_number" as const, system: "", value: personalNumber === formerNumber ? undefined : formerNumber },
    { kind: "passport" as const, system: "", value: passport },
  ];
  return scopedAll(
    numbers.flatMap(({ value, ...i }) => (value ? [{ ...i, value }] : [])),
    undefined,
  );
}

export const saidOf = (claimed: ClaimedPerson, numbers: ScopedIdentifier[]): SaidPerson => ({
  names: [claimed.name],
  birth: claimed.birth,
  sex: claimed.sex,
  deceasedOn: undefined,
  identifiers: numbers,
});

/** The same person of whom nothing but the numbers is believed: below the book's level nobody has checked the rest. */
export const numbersAlone = (claimed: ClaimedPerson): ClaimedPerson => ({
  ...claimed,
  name: "",
  birth: undefined,
  sex: "unknown",
});

const numbersValue = (claimed: ClaimedPerson): string =>
  claimedNumbers(claimed)
    .map(({ kind, value }) => `${kind}=${value}`)
    .sort()
    .join(" ");

const settling = (claimed: ClaimedPerson) => ({
  kind: "other" as const,
  scope: "settled-numbers",
  value: numbersValue(claimed),
});

/** Keyed hash of the numbers together: what an operator decided about them holds for these alone. */
export const numbersHash = (keys: KeyRing, claimed: ClaimedPerson): Buffer => identifierHash(keys, settling(claimed));

export const numbersHashes = (keys: KeyRing, claimed: ClaimedPerson): Buffer[] =>
  identifierHashes(keys, settling(claimed));

const factsOf = (claimed: ClaimedPerson) => ({
  kind: "other" as const,
  scope: "identity-facts",
  value: [
    foldName(claimed.name),
    claimed.birth?.low ?? "",
    claimed.birth?.high ?? "",
    claimed.sex,
    numbersValue(claimed),
  ].join("/"),
});

/** Keyed hash of everything it says: a decision is about this, and not about what it may say later. */
export const factsHash = (keys: KeyRing, claimed: ClaimedPerson): Buffer => identifierHash(keys, factsOf(claimed));

export const factsHashes = (keys: KeyRing, claimed: ClaimedPerson): Buffer[] =>
  identifierHashes(keys, factsOf(claimed));
