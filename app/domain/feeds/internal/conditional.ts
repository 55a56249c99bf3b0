import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { BundleItem } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { byteaArray, type Tx } from "#db/client.ts";
import type { Planned } from "./plan.ts";
import { identifierHashOf, identifiersOf } from "./source-id.ts";

/** `identifier=system|value`, the one condition a feed may give. */
function conditionOf(ifNoneExist: string): { system: string; value: string } | undefined {
  const query = new URLSearchParams(ifNoneExist.startsWith("?") ? ifNoneExist.slice(1) : ifNoneExist);
  const names = [...new Set(query.keys())];
  const [system, value] = (query.get("identifier") ?? "").split("|");
  return names.length === 1 && names[0] === "identifier" && system !== undefined && value
    ? { system, value }
    : undefined;
}

/**
 * Conditional creates (R4 §3.1.0.8.1): which items name a resource this facility has already sent.
 * Their source id is used for every reference to them. A condition we cannot ask is an error.
 */
export async function findExisting(
  tx: Tx,
  keys: KeyRing,
  facilityId: string,
  items: BundleItem[],
): Promise<Map<BundleItem, string>> {
  const asked: { item: BundleItem; type: string; hash: Buffer }[] = [];
  for (const item of items) {
    if (item.ifNoneExist === undefined || !item.resource) continue;
    const condition = conditionOf(item.ifNoneExist);
    if (condition) asked.push({ item, type: item.resource.resourceType, hash: identifierHashOf(keys, condition) });
    else
      item.issues.push({
        severity: "error",
        type: "not-supported",
        code: "if-none-exist",
        diagnostics: "ifNoneExist is taken in the form identifier=system|value.",
        expression: item.expression,
      });
  }
  if (asked.length === 0) return new Map();
  const rows = await tx.sql<{ type: string; hash: Buffer; sourceId: string }[]>`
    select i.resource_type as type, i.hash, i.source_id as "sourceId"
    from unnest(${asked.map((a) => a.type)}::text[], ${byteaArray(
      tx.sql,
      asked.map((a) => a.hash),
    )}) as w (type, hash)
    join entry_identifiers i on i.facility_id = ${facilityId} and i.resource_type = w.type and i.hash = w.hash`;
  const found = new Map(rows.map((r) => [`${r.type}/${r.hash.toString("hex")}`, r.sourceId]));
  const existing = new Map<BundleItem, string>();
  for (const { item, type, hash } of asked) {
    const sourceId = found.get(`${type}/${hash.toString("hex")}`);
    if (sourceId) existing.set(item, sourceId);
  }
  return existing;
}

/** Remembers which identifiers lead to which resource, for the next conditional create. */
export async function rememberIdentifiers(
  tx: Tx,
  keys: KeyRing,
  facilityId: string,
  entries: Planned[],
): Promise<void> {
  const rows = entries.flatMap(({ type, sourceId, resource }) =>
    resource ? identifiersOf(resource).map((i) => ({ type, sourceId, hash: identifierHashOf(keys, i) })) : [],
  );
  if (rows.length === 0) return;
  await tx.sql`
    insert into entry_identifiers (facility_id, resource_type, hash, source_id)
    select distinct on (t, h) ${facilityId}::uuid, t, h, s
    from unnest(${rows.map((r) => r.type)}::text[], ${byteaArray(
      tx.sql,
      rows.map((r) => r.hash),
    )}, ${rows.map((r) => r.sourceId)}::text[]) as w (t, h, s)
    order by t, h on conflict do nothing`;
}
