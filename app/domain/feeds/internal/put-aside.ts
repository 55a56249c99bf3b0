import type { Tx } from "#db/client.ts";

/**
 * Takes what a delivery brought out of everybody's book, because it can no longer be said whose it is. The
 * rows stay for the audit; what stood before them stands again. The delivery itself waits with its bytes.
 */
export async function putAside(tx: Tx, facilityId: string, messageId: string): Promise<void> {
  const aside = await tx.sql<{ personId: string; entryId: string; current: boolean }[]>`
    update entries set withdrawn_at = coalesce(withdrawn_at, now()), withdrawn_reason = 'moved'
    where facility_id = ${facilityId} and message_id = ${messageId} and withdrawn_reason is distinct from 'moved'
    returning person_id as "personId", entry_id as "entryId", current`;
  const stood = aside.filter((row) => row.current);
  if (stood.length === 0) return;
  const [persons, entries] = [stood.map((s) => s.personId), stood.map((s) => s.entryId)];
  const before = await tx.sql<{ personId: string; id: string }[]>`
    select distinct on (e.person_id, e.entry_id) e.person_id as "personId", e.id
    from unnest(${persons}::uuid[], ${entries}::uuid[]) as a (person_id, entry_id)
    join entries e on e.person_id = a.person_id and e.entry_id = a.entry_id and e.withdrawn_reason is distinct from 'moved'
    order by e.person_id, e.entry_id, e.version_at desc, e.received_at desc`;
  if (before.length === 0) return;
  await tx.sql`
    update entries e set current = false
    from unnest(${persons}::uuid[], ${entries}::uuid[]) as a (person_id, entry_id), entries b
    where e.person_id = a.person_id and e.entry_id = a.entry_id and e.current
      and b.person_id = e.person_id and b.entry_id = e.entry_id and b.id = any(${before.map((b) => b.id)}::uuid[])`;
  await tx.sql`
    update entries e set current = true
    from unnest(${before.map((b) => b.personId)}::uuid[], ${before.map((b) => b.id)}::uuid[]) as b (person_id, id)
    where e.person_id = b.person_id and e.id = b.id`;
}
