import { identifierHashes } from "#app/adapters/keys/identifier-hash.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { byteaArray, type Tx } from "#db/client.ts";
import { scoped } from "./scoped-identifier.ts";

/**
 * A personal number of this person ends where another that is theirs too was issued instead. Nothing happens unless both
 * are theirs already; the old one goes on finding them.
 */
export async function supersedeNumber(
  tx: Tx,
  keys: KeyRing,
  { personId, former, current }: { personId: string; former: string; current: string },
): Promise<void> {
  const hashes = (value: string) =>
    byteaArray(tx.sql, identifierHashes(keys, scoped({ kind: "personal_number", system: "", value }, undefined)));
  await tx.sql`
    update identifiers old set valid_to = now(), superseded_by = fresh.id
    from identifiers fresh join identifier_lookup l on l.kind = fresh.kind and l.hash = fresh.hash and l.person_id = fresh.person_id
    where old.person_id = ${personId} and fresh.person_id = ${personId} and old.kind = 'personal_number' and fresh.kind = 'personal_number'
      and old.hash = any(${hashes(former)}) and fresh.hash = any(${hashes(current)}) and old.valid_to is null`;
}
