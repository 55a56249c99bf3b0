import { stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { entryIdOf, newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import { decideVersion, type StoredVersion } from "../rules.ts";
import type { DeliveryContext } from "./delivery.ts";
import type { Hider } from "./hider.ts";
import { checkIfMatch } from "./if-match.ts";
import { conflictOf, type EntryOutcome, outcomeOf, written } from "./outcome.ts";
import type { Planned } from "./plan.ts";
import { sealIdentity } from "./seal-identity.ts";
import { versionOf } from "./version.ts";

/**
 * Stores practitioners, places and medicines of a facility. Most deliveries repeat them unchanged:
 * that is seen without taking a lock, or every delivery of a hospital would wait for the last one.
 */
export async function storeDirectory(
  tx: Tx,
  ctx: DeliveryContext,
  entries: Planned[],
  hide: Hider,
): Promise<EntryOutcome[]> {
  if (entries.length === 0) return [];
  const before = await storedVersions(tx, ctx.facilityId, entries);
  const changed = entries.filter((e) => !["nothing", "touch"].includes(decide(e, before, ctx).do));
  if (changed.length > 0) await lock(tx, ctx.facilityId, changed);
  const stored = changed.length > 0 ? await storedVersions(tx, ctx.facilityId, entries) : before;

  const outcomes: EntryOutcome[] = [];
  const rows: object[] = [];
  for (const entry of entries) {
    const version = versionOf(entry, ctx.timestamp, ctx.receivedAt);
    const failed = checkIfMatch(
      entry,
      stored.get(name(entry))?.find((v) => v.current),
    );
    if (failed) {
      outcomes.push(failed);
      continue;
    }
    const decision = decide(entry, stored, ctx);
    if (decision.do === "nothing" || decision.do === "touch")
      outcomes.push(outcomeOf(entry, "200 OK", { key: decision.key, at: version.at }));
    else if (decision.do === "refuse") outcomes.push(conflictOf(entry, decision.why));
    else {
      const resource = entry.resource ?? { resourceType: entry.type };
      // A directory keeps nothing of people, not even sealed.
      sealIdentity(resource, hide, newId);
      rows.push({
        resource_type: entry.type,
        source_id: entry.sourceId,
        version_key: decision.key,
        version_at: version.at.toISOString(),
        content_hash: `\\x${entry.hash.toString("hex")}`,
        current: decision.current,
        resource,
      });
      outcomes.push(written(entry, { key: decision.key, at: version.at }, stored.has(name(entry))));
    }
  }
  if (rows.length === 0 || (ctx.allOrNothing && outcomes.some((o) => !o.status.startsWith("2")))) return outcomes;
  await append(tx, ctx, rows);
  return outcomes;
}

const name = (entry: Planned): string => `${entry.type}/${entry.sourceId}`;

function decide(entry: Planned, stored: Map<string, StoredVersion[]>, ctx: DeliveryContext) {
  const versions = stored.get(name(entry)) ?? [];
  const current = versions.find((v) => v.current);
  if (entry.found && current) return { do: "nothing", key: current.key } as const;
  return decideVersion(versions, { ...versionOf(entry, ctx.timestamp, ctx.receivedAt), hash: entry.hash });
}

async function storedVersions(tx: Tx, facilityId: string, entries: Planned[]): Promise<Map<string, StoredVersion[]>> {
  const rows = await tx.sql<(StoredVersion & { name: string })[]>`
    select d.resource_type || '/' || d.source_id as name, d.version_key as key, d.version_at as at, d.content_hash as hash, d.current, false as withdrawn
    from unnest(${entries.map((e) => e.type)}::text[], ${entries.map((e) => e.sourceId)}::text[]) as w (type, id)
    join directory_entries d on d.facility_id = ${facilityId} and d.resource_type = w.type and d.source_id = w.id`;
  const found = new Map<string, StoredVersion[]>();
  for (const { name: key, ...version } of rows) {
    const versions = found.get(key);
    if (versions) versions.push(version);
    else found.set(key, [version]);
  }
  return found;
}

async function lock(tx: Tx, facilityId: string, entries: Planned[]): Promise<void> {
  const wanted = entries.map((e) => ({ t: e.type, s: e.sourceId, e: entryIdOf(facilityId, e.type, e.sourceId) }));
  await tx.sql`
    insert into entry_lookup (facility_id, resource_type, source_id, person_id, entry_id)
    select ${facilityId}, t, s, null, e from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (t text, s text, e uuid) order by t, s
    on conflict (facility_id, resource_type, source_id) do update set entry_id = excluded.entry_id`;
}

async function append(tx: Tx, ctx: DeliveryContext, rows: object[]): Promise<void> {
  const json = stringifyFhirJson(rows);
  await tx.sql`
    update directory_entries d set current = false
    from jsonb_to_recordset(${json}::jsonb) as r (resource_type text, source_id text, current boolean)
    where d.facility_id = ${ctx.facilityId} and d.resource_type = r.resource_type and d.source_id = r.source_id and r.current and d.current`;
  await tx.sql`
    insert into directory_entries (facility_id, resource_type, source_id, version_key, version_at, content_hash, current, message_id, received_at, resource)
    select ${ctx.facilityId}, resource_type, source_id, version_key, version_at, content_hash, current, ${ctx.messageId}, ${ctx.receivedAt}, resource
    from jsonb_to_recordset(${json}::jsonb) as r (resource_type text, source_id text, version_key text, version_at timestamptz, content_hash bytea, current boolean, resource jsonb)`;
}
