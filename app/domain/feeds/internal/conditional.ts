import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { BundleItem } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import type { Issue } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { byteaArray, type Tx } from "#db/client.ts";
import { identifierHashOf, nameOfIdentifier, sourceIdOf } from "./source-id.ts";

/** What the condition of an item came to. */
export interface Conditional {
  /** The resource it names, or the name it will have. */
  sourceId: string;
  /** The facility has already sent it. */
  found: boolean;
}

interface Asked {
  item: BundleItem;
  type: string;
  hash: Buffer;
  /** What it will be called if nothing is found; nothing is made by a DELETE. */
  candidate: string | undefined;
}

const TYPE_AND_QUERY = /^([A-Z][A-Za-z]{1,63})\?(.+)$/;
const ID = /^[A-Za-z0-9\-.]{1,64}$/;

/** `identifier=system|value`, the one condition a feed may give. */
function identifierOf(query: string): { system: string; value: string } | undefined {
  const said = new URLSearchParams(query.startsWith("?") ? query.slice(1) : query);
  const names = [...said.keys()];
  const [system, value, ...more] = (said.get("identifier") ?? "").split("|");
  return names.length === 1 && names[0] === "identifier" && system !== undefined && value && more.length === 0
    ? { system, value }
    : undefined;
}

/** Type and query of an item's condition: of a conditional create, or of a conditional update or delete. */
function conditionOf({ method, url, ifNoneExist, resource }: BundleItem): { type: string; query: string } | undefined {
  if (method !== "POST") {
    const [, type, query] = TYPE_AND_QUERY.exec(url ?? "") ?? [];
    return type && query ? { type, query } : undefined;
  }
  return ifNoneExist !== undefined && resource ? { type: resource.resourceType, query: ifNoneExist } : undefined;
}

/**
 * Conditional creates, updates and deletes (R4 §3.1.0): which items name a resource this facility has already
 * sent. Their source id is used for every reference to them. What is not found is claimed, so that of two that
 * arrive at once the second finds the first. A condition we cannot ask, or that fits several, is an error.
 */
export async function resolveConditions(
  tx: Tx,
  keys: KeyRing,
  facilityId: string,
  items: BundleItem[],
): Promise<Map<BundleItem, Conditional>> {
  const asked: Asked[] = [];
  for (const item of items) {
    const condition = conditionOf(item);
    if (!condition) continue;
    const identifier = identifierOf(condition.query);
    if (identifier) asked.push({ item, ...ask(keys, item, condition.type, identifier) });
    else item.issues.push(failure(item, "not-supported", "condition-form", "A condition is identifier=system|value."));
  }
  if (asked.length === 0) return new Map();
  const claimed = await claim(tx, facilityId, asked);
  const rows = await tx.sql<{ type: string; hash: Buffer; sourceId: string; ambiguous: boolean }[]>`
    select i.resource_type as type, i.hash, i.source_id as "sourceId", i.ambiguous
    from unnest(${asked.map((a) => a.type)}::text[], ${hashes(tx, asked)}) as w (type, hash)
    join entry_identifiers i on i.facility_id = ${facilityId} and i.resource_type = w.type and i.hash = w.hash`;
  const known = new Map(rows.map((r) => [keyOf(r), r]));
  const resolved = new Map<BundleItem, Conditional>();
  for (const a of asked) {
    const row = known.get(keyOf(a));
    if (row?.ambiguous)
      a.item.issues.push(
        failure(a.item, "multiple-matches", "condition-many", "The condition fits several resources."),
      );
    else if (row) resolved.set(a.item, { sourceId: row.sourceId, found: !claimed.has(keyOf(a)) });
    else a.item.issues.push(failure(a.item, "not-found", "condition-none", "The condition fits no resource."));
  }
  return resolved;
}

function ask(keys: KeyRing, item: BundleItem, type: string, identifier: { system: string; value: string }) {
  const { resource } = item;
  const named = resource?.id === undefined || (typeof resource.id === "string" && ID.test(resource.id));
  const candidate =
    resource && named ? (sourceIdOf(keys, resource, item.fullUrl) ?? nameOfIdentifier(keys, identifier)) : undefined;
  return { type, hash: identifierHashOf(keys, identifier), candidate };
}

/** In one fixed order, or two Bundles could wait for each other. */
async function claim(tx: Tx, facilityId: string, asked: Asked[]): Promise<Set<string>> {
  const wanted = asked.filter((a) => a.candidate !== undefined).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  if (wanted.length === 0) return new Set();
  const fresh = await tx.sql<{ type: string; hash: Buffer }[]>`
    insert into entry_identifiers (facility_id, resource_type, hash, source_id)
    select ${facilityId}::uuid, t, h, s
    from unnest(${wanted.map((a) => a.type)}::text[], ${hashes(tx, wanted)}, ${wanted.map((a) => a.candidate ?? "")}::text[])
      with ordinality as w (t, h, s, at)
    order by at on conflict do nothing returning resource_type as type, hash`;
  return new Set(fresh.map(keyOf));
}

const keyOf = ({ type, hash }: { type: string; hash: Buffer }): string => `${type}/${hash.toString("hex")}`;

const hashes = (tx: Tx, asked: { hash: Buffer }[]) =>
  byteaArray(
    tx.sql,
    asked.map((a) => a.hash),
  );

const failure = (item: BundleItem, type: Issue["type"], code: string, diagnostics: string): Issue => ({
  severity: "error",
  type,
  code,
  diagnostics,
  expression: item.expression,
});
