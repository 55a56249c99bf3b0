import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { createPerson } from "./create-person.ts";
import { findPersons } from "./find-persons.ts";
import { type KeptChild, keptChildren } from "./kept-children.ts";
import { linkIdentifiers } from "./link-identifiers.ts";
import { type Match, type MatchOptions, matchPerson, type SaidPerson } from "./match-person.ts";
import { sameChild } from "./rules.ts";
import { type ScopedIdentifier, scopedAll } from "./scoped-identifier.ts";

export interface SaidChild extends SaidPerson {
  /** 0: the only child of this birth; 1, 2, …: which of several; -1: one of several; `undefined`: not said. */
  birthOrder: number | undefined;
}

/**
 * A child whose delivery says who the mother is. Numbers of its own come first; without one it is found
 * under its mother by birth day, sex and order, or made there. Of twins that cannot be told apart, none
 * is guessed. `options` are the facility's, as for `matchPerson`.
 */
export async function matchNewborn(tx: Tx, said: SaidChild, mother: SaidPerson, options: MatchOptions): Promise<Match> {
  const found = await matchPerson(tx, mother, options);
  if ("quarantine" in found) return withoutMother(tx, said, options);
  const motherId = found.personId;
  const identifiers = await withoutMothers(tx, said, motherId, options);
  const own = identifiers.filter((i) => i.kind !== "temporary_card");
  const child = { ...said, identifiers };
  const byOwn = await findPersons(tx, options.keys, own);
  if (byOwn.length > 0) return linked(tx, await matchPerson(tx, child, options), motherId, said, options);

  const day = said.birth?.low === said.birth?.high ? said.birth?.low : undefined;
  if (!day) return { quarantine: "newborn-unclear" };
  await tx.sql`
    insert into births (person_id, birth_day) values (${motherId}, ${day})
    on conflict (person_id, birth_day) do update set birth_day = excluded.birth_day`;
  const kept = await keptChildren(tx, options, motherId);
  const same = kept.map((k) => ({ child: k, is: sameBirth(k, said, identifiers) }));
  if (same.some((s) => s.is === "unclear") || same.filter((s) => s.is === "same").length > 1)
    return { quarantine: "newborn-unclear" };
  const known = same.find((s) => s.is === "same")?.child;
  if (known) {
    await linkIdentifiers(tx, known.id, identifiers, options);
    const match = { personId: known.root, created: false, keptWith: known.id === known.root ? undefined : known.id };
    return linked(tx, match, motherId, said, options);
  }
  // A number creates as everywhere; without one the mother does.
  const match = own.some((i) => i.kind === "personal_number")
    ? await matchPerson(tx, { ...child, identifiers: own }, options)
    : { personId: await createPerson(tx, child, identifiers, options), created: true };
  return linked(tx, match, motherId, said, options);
}

/** Who the mother is cannot be said: only a number nobody but the child has tells who the child is. */
async function withoutMother(tx: Tx, said: SaidChild, options: MatchOptions): Promise<Match> {
  const identifiers = scopedAll(said.identifiers, options.assignerId);
  const numbered = identifiers.some((i) => i.kind === "personal_number");
  const own = identifiers.filter((i) => i.kind === "facility_patient_number");
  const known = numbered || (await findPersons(tx, options.keys, own)).length > 0;
  return known ? matchPerson(tx, said, options) : { quarantine: "mother-unclear" };
}

/** The child's numbers: a newborn's papers often carry the mother's card. */
async function withoutMothers(
  tx: Tx,
  said: SaidChild,
  motherId: string,
  options: MatchOptions,
): Promise<ScopedIdentifier[]> {
  const identifiers = scopedAll(said.identifiers, options.assignerId);
  const hers: ScopedIdentifier[] = [];
  for (const identifier of identifiers) {
    const [owner] = await findPersons(tx, options.keys, [identifier]);
    if (owner?.id === motherId) hers.push(identifier);
  }
  return identifiers.filter((i) => !hers.includes(i));
}

/** Is this child of hers the one that is spoken of? Another number of their own or of the facility is a doubt. */
function sameBirth(kept: KeptChild, said: SaidChild, identifiers: ScopedIdentifier[]): "same" | "other" | "unclear" {
  const is = sameChild(kept, said);
  if (is === "other") return is;
  const says = (kind: string) => identifiers.some((i) => i.kind === kind);
  if (says("personal_number") && kept.hasPersonalNumber)
    return is === "same" && kept.birthOrder === 0 ? "unclear" : "other";
  if (identifiers.some((i) => i.kind === "temporary_card" && kept.holds(i))) return "same";
  const differs = (kind: "facility_patient_number" | "temporary_card") =>
    says(kind) && kept.hasAtFacility.includes(kind);
  if (said.birthOrder !== undefined && said.birthOrder > 0 && kept.birthOrder === said.birthOrder) return "same";
  return differs("facility_patient_number") || differs("temporary_card") ? "unclear" : is;
}

/** Says once whose child this is; which of several, as soon as somebody says so. */
async function linked(tx: Tx, match: Match, motherId: string, said: SaidChild, options: MatchOptions): Promise<Match> {
  if ("quarantine" in match) return match;
  const personId = match.keptWith ?? match.personId;
  if (personId === motherId) return { quarantine: "newborn-unclear" };
  await tx.sql`
    insert into person_links (person_id, id, kind, other_person_id, birth_order, source)
    values (${personId}, ${newId()}, 'mother', ${motherId}, ${said.birthOrder ?? null}, ${options.source})
    on conflict (person_id, kind, other_person_id) where until is null
      do update set birth_order = coalesce(person_links.birth_order, excluded.birth_order)`;
  return match;
}
