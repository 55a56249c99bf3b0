import { clusterOf } from "#app/domain/persons/cluster.ts";
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
): Promise<{ locked: Map<Planned, LockedEntry>; cluster: string[] }> {
  const wanted = entries.map((e) => ({
    t: e.type,
    s: e.sourceId,
    e: entryIdOf(facilityId, e.type, e.sourceId),
    w: !e.resource,
  }));
  // Sent together: the second sees who belongs together once the first has its locks.
  const [held, cluster] = await Promise.all([
    tx.sql<{ entryId: string; person: string; fresh: boolean }[]>`
      insert into entry_lookup (facility_id, resource_type, source_id, person_id, entry_id)
      select ${facilityId}, t, s, ${personId}, e from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as n (t text, s text, e uuid, w boolean)
      where not w or (select true from entry_lookup l where l.facility_id = ${facilityId} and l.resource_type = t and l.source_id = s)
      order by t <> 'Patient', t, s
      on conflict (facility_id, resource_type, source_id) do update
        set entry_id = excluded.entry_id, person_id = coalesce(entry_lookup.person_id, excluded.person_id)
      returning entry_id as "entryId", person_id as person, (xmax = 0) as fresh`,
    clusterOf(tx, personId),
  ]);
  const byId = new Map(held.map((h) => [h.entryId, { ...h, moved: !cluster.includes(h.person) }]));
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
  return { locked, cluster };
}

/** One person after the other: compared as a scalar, only the partition of their rows is looked at. */
async function storedVersions(
  tx: Tx,
  wanted: { person: string; entryId: string }[],
): Promise<Map<string, StoredVersion[]>> {
  const found = new Map<string, StoredVersion[]>();
  for (const person of new Set(wanted.map((w) => w.person))) {
    const ids = wanted.flatMap((w) => (w.person === person ? w.entryId : []));
    const rows = await tx.sql<(StoredVersion & { entryId: string })[]>`
      select e.entry_id as "entryId", e.version_key as key, e.version_at as at, e.content_hash as hash, e.current, e.withdrawn_at is not null as withdrawn,
        e.withdrawn_reason is not distinct from 'moved' as moved
      from entries e where e.person_id = ${person} and e.entry_id = any(${ids}::uuid[])`;
    for (const { entryId, ...version } of rows) {
      const versions = found.get(`${person}/${entryId}`);
      if (versions) versions.push(version);
      else found.set(`${person}/${entryId}`, [version]);
    }
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
