import { entryIdOf } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import type { StoredVersion } from "../rules.ts";
import type { DeliveryContext } from "./delivery.ts";
import type { Planned } from "./plan.ts";

export interface LockedEntry {
  /** Whose partition its rows are in: the person, or one merged with them. */
  person: string;
  /** Set when the id is another person's until now: who, and since when the sender says so. */
  elsewhere: { person: string; since: Date | undefined } | undefined;
  entryId: string;
  /** Versions kept with `person`. */
  stored: StoredVersion[];
}

/**
 * Takes the look-up row of each entry in one fixed order, so that the same delivery arriving many
 * times at once waits in line instead of deadlocking, and reads the versions already stored; the
 * Patient's first, so that what belongs together comes one after the other. A
 * withdrawal of what was never sent finds nothing and leaves nothing.
 */
export async function lockEntries(
  tx: Tx,
  facilityId: string,
  personId: string,
  entries: Planned[],
): Promise<Map<Planned, LockedEntry>> {
  const wanted = entries.map((e) => ({
    t: e.type,
    s: e.sourceId,
    e: entryIdOf(facilityId, e.type, e.sourceId),
    w: !e.resource,
  }));
  const held = await tx.sql<{ entryId: string; person: string; fresh: boolean; root: string | null }[]>`
    with taken as (
      insert into entry_lookup (facility_id, resource_type, source_id, person_id, entry_id)
      select ${facilityId}, t, s, ${personId}, e from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as n (t text, s text, e uuid, w boolean)
      where not w or exists (select from entry_lookup l where l.facility_id = ${facilityId} and l.resource_type = t and l.source_id = s)
      order by t <> 'Patient', t, s
      on conflict (facility_id, resource_type, source_id) do update
        set entry_id = excluded.entry_id, person_id = coalesce(entry_lookup.person_id, excluded.person_id)
      returning entry_id, person_id, (xmax = 0) as fresh
    )
    select t.entry_id as "entryId", t.person_id as person, t.fresh, coalesce(p.merged_into, p.id) as root
    from taken t left join persons p on p.id = t.person_id`;
  const [own] = await tx.sql<
    { root: string }[]
  >`select coalesce(merged_into, id) as root from persons where id = ${personId}`;
  const byId = new Map(held.map((h) => [h.entryId, { ...h, moved: h.root !== own?.root }]));
  const versions = await storedVersions(
    tx,
    [...byId.values()].flatMap(({ entryId, person, fresh, moved }) => {
      if (fresh) return [];
      return moved
        ? [
            { person, entryId },
            { person: personId, entryId },
          ]
        : [{ person, entryId }];
    }),
  );

  const locked = new Map<Planned, LockedEntry>();
  for (const [i, entry] of entries.entries()) {
    const entryId = wanted[i]?.e ?? "";
    const row = byId.get(entryId);
    if (!row) continue;
    const person = row.moved ? personId : row.person;
    const there = row.moved ? (versions.get(`${row.person}/${entryId}`) ?? []) : [];
    locked.set(entry, {
      person,
      elsewhere: row.moved
        ? { person: row.person, since: there.find((v) => v.current && !v.withdrawn)?.at }
        : undefined,
      entryId,
      stored: versions.get(`${person}/${entryId}`) ?? [],
    });
  }
  return locked;
}

async function storedVersions(
  tx: Tx,
  wanted: { person: string; entryId: string }[],
): Promise<Map<string, StoredVersion[]>> {
  const found = new Map<string, StoredVersion[]>();
  if (wanted.length === 0) return found;
  const rows = await tx.sql<(StoredVersion & { name: string })[]>`
    select e.person_id || '/' || e.entry_id as name, e.version_key as key, e.version_at as at, e.content_hash as hash, e.current, e.withdrawn_at is not null as withdrawn
    from unnest(${wanted.map((w) => w.person)}::uuid[], ${wanted.map((w) => w.entryId)}::uuid[]) as w (person_id, entry_id)
    join entries e on e.person_id = w.person_id and e.entry_id = w.entry_id`;
  for (const { name, ...version } of rows) {
    const versions = found.get(name);
    if (versions) versions.push(version);
    else found.set(name, [version]);
  }
  return found;
}

/**
 * The same id sent for another person: withdrawn there, appended here, in one transaction (design §5.1).
 * What stood there was never that person's: no version of it is shown to them again. Gives the cases they left.
 */
export async function withdrawElsewhere(
  tx: Tx,
  ctx: DeliveryContext,
  personId: string,
  moved: { from: string; entryId: string }[],
): Promise<{ person: string; entryId: string; caseId: string }[]> {
  if (moved.length === 0) return [];
  const ids = moved.map((m) => m.entryId);
  const left = await tx.sql<{ person: string; entryId: string; caseId: string }[]>`
    update entries e set withdrawn_at = coalesce(e.withdrawn_at, ${ctx.receivedAt}), withdrawn_reason = 'moved'
    from unnest(${moved.map((m) => m.from)}::uuid[], ${ids}::uuid[]) as m (person_id, entry_id)
    where e.person_id = m.person_id and e.entry_id = m.entry_id
    returning e.person_id as person, e.entry_id as "entryId", e.case_id as "caseId"`;
  await tx.sql`
    update entry_lookup set person_id = ${personId} where facility_id = ${ctx.facilityId} and entry_id = any(${ids}::uuid[])`;
  return left;
}
