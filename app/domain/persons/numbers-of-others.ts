import { identifierHashes } from "#app/adapters/keys/identifier-hash.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { byteaArray, type Tx } from "#db/client.ts";
import { ownCluster } from "./cluster.ts";
import { FINDING, type SaidIdentifier, scoped } from "./scoped-identifier.ts";

/**
 * Which of these numbers are not this person's: they are not in their history, and lead to somebody else
 * or are personal numbers, of which a person has one. A card nobody knows may still be theirs.
 */
export async function numbersOfOthers(
  tx: Tx,
  personId: string,
  said: SaidIdentifier[],
  options: { keys: KeyRing; assignerId: string },
): Promise<ReadonlySet<SaidIdentifier>> {
  const asked = said.flatMap((identifier, at) => {
    const number = scoped(identifier, options.assignerId);
    if (!FINDING.has(number.kind)) return [];
    return identifierHashes(options.keys, number).map((hash) => ({ at, kind: number.kind, hash }));
  });
  if (asked.length === 0) return new Set();
  const rows = await tx.sql<{ at: number }[]>`
    with ${ownCluster(tx.sql, personId)}
    select w.at
    from unnest(${asked.map((a) => a.at)}::int[], ${asked.map((a) => a.kind)}::text[], ${byteaArray(
      tx.sql,
      asked.map((a) => a.hash),
    )}) as w (at, kind, hash)
    group by w.at
    having not bool_or(exists (
        select from own join identifiers i on i.person_id = own.id where i.kind = w.kind and i.hash = w.hash))
      and (bool_or(w.kind = 'personal_number') or bool_or(exists (
        select from identifier_lookup l where l.kind = w.kind and l.hash = w.hash and l.person_id not in (select id from own))))`;
  return new Set(rows.flatMap(({ at }) => said[at] ?? []));
}
