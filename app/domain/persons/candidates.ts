import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { IdentifierKind } from "#app/shared/identifiers.ts";
import type { Tx } from "#db/client.ts";
import { findPersons } from "./find-persons.ts";
import { keptChildren } from "./kept-children.ts";
import { type QuarantineReason, type SaidPerson, whyNot } from "./match-person.ts";
import { contradiction } from "./rules.ts";
import { scopedAll } from "./scoped-identifier.ts";

/** Somebody a delivery may be about, how they were found, and what speaks against it. */
export interface Candidate {
  personId: string;
  /** Identifiers that led to them; `mother`: a child of the mother who is said. */
  by: (IdentifierKind | "mother")[];
  contradicts: QuarantineReason | undefined;
}

/**
 * Everybody the identifiers of a delivery lead to, and the children of the mother it names, each with
 * what contradicts. Changes nothing.
 */
export async function candidatesOf(
  tx: Pick<Tx, "sql">,
  keys: KeyRing,
  said: SaidPerson & { mother?: SaidPerson | undefined },
  assignerId: string,
): Promise<Candidate[]> {
  const options = { keys, assignerId, source: "" };
  const identifiers = scopedAll(said.identifiers, assignerId);
  const found = await findPersons(tx, keys, identifiers);
  const candidates: Candidate[] = found.map((person) => ({
    personId: person.id,
    by: person.by,
    contradicts: whyNot(person, said, identifiers, options),
  }));
  if (!said.mother) return candidates;
  for (const mother of await findPersons(tx, keys, scopedAll(said.mother.identifiers, assignerId)))
    for (const child of await keptChildren(tx, options, mother.id))
      if (!candidates.some((c) => c.personId === child.root))
        candidates.push({ personId: child.root, by: ["mother"], contradicts: contradiction(child, said) });
  return candidates;
}
