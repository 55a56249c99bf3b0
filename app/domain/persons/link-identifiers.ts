import { identifierHash } from "#app/adapters/keys/identifier-hash.ts";
import { seal } from "#app/adapters/keys/sealing.ts";
import { newId } from "#app/shared/ids.ts";
import { byteaArray, type Tx } from "#db/client.ts";
import type { MatchOptions } from "./match-person.ts";
import { isOfFacility, type ScopedIdentifier } from "./scoped-identifier.ts";

/**
 * Adds what is new to a person's identifier history. A value that already leads to somebody else
 * keeps leading there; it is in this person's history all the same, for the operators to see. Rows are
 * written in one order, or two deliveries at once would wait for each other.
 */
export async function linkIdentifiers(
  tx: Tx,
  personId: string,
  identifiers: ScopedIdentifier[],
  options: MatchOptions,
): Promise<void> {
  if (identifiers.length === 0) return;
  const rows = identifiers.map((i) => {
    const id = newId();
    return {
      id,
      kind: i.kind,
      system: i.system || null,
      assigner: isOfFacility(i.kind) ? (options.assignerId ?? null) : null,
      hash: identifierHash(options.keys, i),
      sealed: seal(options.keys, { table: "identifiers", owner: personId, row: id }, i.value),
    };
  });
  await tx.sql`
    with said as (
      select * from unnest(
        ${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.system)}::text[],
        ${rows.map((r) => r.assigner)}::uuid[], ${byteaArray(
          tx.sql,
          rows.map((r) => r.hash),
        )}, ${byteaArray(
          tx.sql,
          rows.map((r) => r.sealed),
        )}
      ) as s (id, kind, system, assigner, hash, sealed)
    ), looked_up as (
      insert into identifier_lookup (kind, hash, person_id)
      select kind, hash, ${personId}::uuid from said order by kind, hash on conflict do nothing
    )
    insert into identifiers (person_id, id, kind, system, assigner_id, hash, sealed, source)
    select ${personId}::uuid, id, kind, system, assigner, hash, sealed, ${options.source} from said order by kind, hash
    on conflict (person_id, kind, hash) do nothing`;
}
