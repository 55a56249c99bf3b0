import { identifierHash } from "#app/adapters/keys/identifier-hash.ts";
import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { sealNames } from "./demographics.ts";
import { linkIdentifiers } from "./link-identifiers.ts";
import type { MatchOptions, SaidPerson } from "./match-person.ts";
import type { ScopedIdentifier } from "./scoped-identifier.ts";

/** Creates the person under a number; `undefined` when somebody else has just done so. */
export async function createUnderNumber(
  tx: Tx,
  said: SaidPerson,
  founding: ScopedIdentifier,
  identifiers: ScopedIdentifier[],
  options: MatchOptions,
  personId = newId(),
): Promise<string | undefined> {
  const taken = await tx.sql`
    insert into identifier_lookup (kind, hash, person_id)
    values (${founding.kind}, ${identifierHash(options.keys, founding)}, ${personId})
    on conflict do nothing returning person_id`;
  if (taken.length === 0) return undefined;
  await createPerson(tx, said, identifiers, options, personId);
  return personId;
}

/** Creates a person as said, with these identifiers; ones that lead to others go on leading to them. */
export async function createPerson(
  tx: Tx,
  said: SaidPerson,
  identifiers: ScopedIdentifier[],
  options: MatchOptions,
  personId = newId(),
): Promise<string> {
  await tx.sql`
    insert into persons (id, demographics, birth_low, birth_high, sex, deceased_on, demographics_source)
    values (${personId}, ${sealNames(options.keys, personId, said.names)}, ${said.birth?.low ?? null},
      ${said.birth?.high ?? null}, ${said.sex}, ${said.deceasedOn ?? null}, ${options.source})`;
  await linkIdentifiers(tx, personId, identifiers, options);
  return personId;
}
