import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { byteaArray, type Tx } from "#db/client.ts";
import type { Planned } from "./plan.ts";
import { identifierHashOf, identifiersOf } from "./source-id.ts";

/**
 * Remembers which identifiers lead to which resource, for the next conditional write. One that two resources
 * have leads to neither.
 */
export async function rememberIdentifiers(
  tx: Tx,
  keys: KeyRing,
  facilityId: string,
  entries: Planned[],
): Promise<void> {
  const rows = new Map<string, { type: string; sourceId: string; hash: Buffer; ambiguous: boolean }>();
  for (const { type, sourceId, resource } of entries)
    for (const identifier of resource ? identifiersOf(resource) : []) {
      const hash = identifierHashOf(keys, identifier);
      const key = `${type}/${hash.toString("hex")}`;
      const first = rows.get(key);
      if (first) first.ambiguous ||= first.sourceId !== sourceId;
      else rows.set(key, { type, sourceId, hash, ambiguous: false });
    }
  if (rows.size === 0) return;
  const all = [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  await tx.sql`
    with w as (
      select * from unnest(${all.map((r) => r.type)}::text[], ${byteaArray(
        tx.sql,
        all.map((r) => r.hash),
      )}, ${all.map((r) => r.sourceId)}::text[], ${all.map((r) => String(r.ambiguous))}::text[]) with ordinality as w (t, h, s, a, at)
    ), two as (
      update entry_identifiers i set ambiguous = true from w
      where i.facility_id = ${facilityId} and i.resource_type = w.t and i.hash = w.h and not i.ambiguous and (w.a::boolean or i.source_id <> w.s)
    )
    insert into entry_identifiers (facility_id, resource_type, hash, source_id, ambiguous)
    select ${facilityId}::uuid, t, h, s, a::boolean from w order by at on conflict do nothing`;
}
