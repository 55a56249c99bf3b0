import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { type IdentifierKind, normaliseIdentifier } from "#app/shared/identifiers.ts";
import type { Tx } from "#db/client.ts";
import { createUnderNumber } from "./create-person.ts";
import { type FoundPerson, findPersons } from "./find-persons.ts";
import { linkIdentifiers } from "./link-identifiers.ts";
import { type Contradiction, confirmed, contradiction, type KnownDemographics } from "./rules.ts";
import { type SaidIdentifier, type ScopedIdentifier, scopedAll } from "./scoped-identifier.ts";

export interface SaidPerson extends KnownDemographics {
  identifiers: SaidIdentifier[];
  deceasedOn: string | undefined;
}

export type QuarantineReason =
  | Contradiction
  | "two-personal-numbers"
  | "identifiers-of-two-persons"
  | "personal-number-contradicts"
  | "unknown-person"
  | "mother-unclear"
  | "newborn-unclear";

export type Match =
  | {
      personId: string;
      created: boolean;
      /** Who of a merged cluster is meant: what comes is kept with them, so that it stays theirs after an un-merge. */
      keptWith?: string | undefined;
    }
  | { quarantine: QuarantineReason };

export interface MatchOptions {
  keys: KeyRing;
  /** Identifiers that, well-formed and unknown, make a new person; a passport only when a provider vouches for it. */
  creatingKinds?: readonly IdentifierKind[];
  /** Facility or issuer that vouches for this; also the scope of its own numbers. */
  assignerId: string | undefined;
  source: string;
}

/**
 * Who this is, or why that cannot be said. An unknown, well-formed personal number creates the
 * person; anything doubtful is quarantined, never guessed (design §5.2).
 */
export async function matchPerson(tx: Tx, said: SaidPerson, options: MatchOptions): Promise<Match> {
  const identifiers = scopedAll(said.identifiers, options.assignerId);
  const numbers = new Set(
    identifiers.filter((i) => i.kind === "personal_number").map((i) => normaliseIdentifier(i.value)),
  );
  const found = await findPersons(tx, options.keys, identifiers);
  // A number that was replaced may stand beside the one that replaced it.
  const replaced = found[0]?.personalNumbers === numbers.size && found[0].replacedNumbers >= numbers.size - 1;
  if (numbers.size > 1 && !replaced) return { quarantine: "two-personal-numbers" };
  if (found.length > 1) return { quarantine: "identifiers-of-two-persons" };
  const person = found[0];
  if (!person) {
    const creating = options.creatingKinds ?? ["personal_number"];
    const founding = creating.flatMap((kind) => identifiers.find((i) => i.kind === kind) ?? [])[0];
    if (!founding) return { quarantine: "unknown-person" };
    const personId = await createUnderNumber(tx, said, founding, identifiers, options);
    return personId ? { personId, created: true } : matchPerson(tx, said, options);
  }
  const why = whyNot(person, said, identifiers, options);
  if (why) return { quarantine: why };
  const member = person.member.id;
  await linkIdentifiers(tx, member, identifiers, options);
  return { personId: person.id, created: false, keptWith: member === person.id ? undefined : member };
}

/** Why the person the identifiers lead to may not be meant after all. */
export function whyNot(
  person: FoundPerson,
  said: SaidPerson,
  identifiers: ScopedIdentifier[],
  options: MatchOptions,
): QuarantineReason | undefined {
  const { known, member, by } = person;
  const only = (kind: IdentifierKind) => by.every((k) => k === kind);
  const vouched = options.creatingKinds?.includes("passport") ?? false;
  if (only("passport") && !vouched && !confirmed(member.known, said)) return "unknown-person";
  if (only("temporary_card") && !(member.known.birth && said.birth)) return "unknown-person";
  const byNumber = by.includes("personal_number");
  // Of two who are one, a delivery may go on speaking as it did of either.
  const contradicts = contradiction(member.known, said) ? contradiction(known, said) : undefined;
  if (contradicts) return contradicts;
  const saysNumber = identifiers.some((i) => i.kind === "personal_number");
  return saysNumber && !byNumber && person.hasPersonalNumber ? "personal-number-contradicts" : undefined;
}
