import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { BundleItem, RawResource, ReadBundle } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { checkResource } from "#app/adapters/record-store/fhir-r4/check-resource.ts";
import { type Issue, isError } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { ReferenceMap, relativeTarget, serverOf } from "#app/adapters/record-store/fhir-r4/references.ts";
import type { SourceRow } from "#app/adapters/record-store/qd3176/package.ts";
import { isDirectoryResource, isDirectoryType } from "../directory-types.ts";
import type { Conditional } from "./conditional.ts";
import { resolveReferences } from "./resolve-references.ts";
import { canonicalHash, contentId, safeSourceId, sourceIdOf } from "./source-id.ts";

/** One entry on its way in: whose it is and what it will be stored as are decided later. */
export interface Planned {
  item: BundleItem;
  type: string;
  /** Empty until its content names it, where nothing else does. */
  sourceId: string;
  /** A conditional create found it: answered, referred to, not written. */
  found: boolean;
  /** Absent for a DELETE. */
  resource: RawResource | undefined;
  directory: boolean;
  /** Keyed hash of the content with references resolved; the same content always gives the same. */
  hash: Buffer;
  issues: Issue[];
  /** The visit it is of, `Encounter/id`, where the sender's form says so and no element does. */
  visit?: string | undefined;
  /** The row of the sender's own form it is made of. */
  source?: SourceRow | undefined;
}

export interface Plan {
  kind: ReadBundle["kind"];
  timestamp: string | undefined;
  entries: Planned[];
  /** Entries not taken: for an error (a transaction or document is then refused whole), or as a twin. */
  refused: { item: BundleItem; issues: Issue[] }[];
}

/** Checks every entry, names it, and resolves the references among them. Pure; no database. */
export function planDelivery(
  bundle: ReadBundle,
  keys: KeyRing,
  conditions: ReadonlyMap<BundleItem, Conditional>,
): Plan {
  const plan: Plan = { kind: bundle.kind, timestamp: bundle.timestamp, entries: [], refused: [] };
  const map = new ReferenceMap();
  const typeAt = typesByUrl(bundle.items);
  for (const item of bundle.items) {
    const issues = [...item.issues];
    const originalId = item.resource?.id;
    const planned = issues.some(isError) ? undefined : prepare(item, issues, { keys, conditions, typeAt });
    if (!planned || issues.some(isError)) {
      plan.refused.push({ item, issues });
      continue;
    }
    if (planned.resource) map.add(item.fullUrl, originalId, planned.type, planned);
    plan.entries.push(planned);
  }
  // What only its content names refers to the others, and is named before they refer to it.
  for (const entry of [...plan.entries].sort((a, b) => Number(a.sourceId !== "") - Number(b.sourceId !== ""))) {
    if (!entry.resource) continue;
    const at = { ...entry.item, server: serverOf(entry.item.fullUrl) };
    entry.issues = [...entry.issues, ...resolveReferences(entry.resource, at, map, keys)];
    entry.hash = canonicalHash(keys, entry.resource);
    entry.sourceId ||= contentId(entry.hash);
  }
  refuseTwins(plan);
  return plan;
}

/** What stands under a fullUrl, for references that do not say it themselves. */
function typesByUrl(items: BundleItem[]): (reference: string) => string | undefined {
  const types = new Map(items.map((item) => [item.fullUrl, item.resource?.resourceType]));
  return (reference) => types.get(reference);
}

interface Preparing {
  keys: KeyRing;
  conditions: ReadonlyMap<BundleItem, Conditional>;
  typeAt: (reference: string) => string | undefined;
}

function prepare(item: BundleItem, issues: Issue[], { keys, conditions, typeAt }: Preparing): Planned | undefined {
  const condition = conditions.get(item);
  const target = item.url ? relativeTarget(item.url) : undefined;
  if (item.method !== "POST" && !target && !condition) {
    issues.push(failure("value", "entry-url", `A ${item.method} names its resource as Type/id in request.url.`, item));
    return undefined;
  }
  if (item.method === "DELETE" || !item.resource) {
    const type = target?.type ?? item.url?.split("?")[0] ?? "";
    if (isDirectoryType(type)) {
      const what =
        "Staff, places and medicines are not withdrawn: others' records speak of them. Send a changed version.";
      issues.push(failure("not-supported", "delete-directory", what, item));
      return undefined;
    }
    return {
      item,
      type,
      sourceId: condition?.sourceId ?? safeSourceId(keys, type, target?.sourceId ?? ""),
      resource: undefined,
      found: false,
      directory: false,
      hash: Buffer.alloc(0),
      issues,
    };
  }
  for (const issue of checkResource(item.resource, item.expression, typeAt)) issues.push(issue);
  if (issues.some(isError)) return undefined;
  const { resourceType: type } = item.resource;
  if (!target && item.method === "PUT" && !item.url?.startsWith(`${type}?`)) {
    issues.push(failure("value", "entry-url", "request.url and the resource's type must agree.", item));
    return undefined;
  }
  if (target && (target.type !== type || (item.resource.id !== undefined && item.resource.id !== target.sourceId))) {
    issues.push(failure("value", "entry-url", "request.url and the resource's type and id must agree.", item));
    return undefined;
  }
  const said = item.resource.id;
  if (condition?.found && item.method === "PUT" && typeof said === "string") {
    if (safeSourceId(keys, type, said) !== condition.sourceId)
      issues.push(failure("value", "condition-id", "The condition names another resource than the id.", item));
  }
  const named = target ? safeSourceId(keys, type, target.sourceId) : sourceIdOf(keys, item.resource, item.fullUrl);
  const sourceId = condition?.sourceId ?? named ?? "";
  if (item.resource.id !== undefined) item.resource.id = sourceId;
  return {
    item,
    type,
    sourceId,
    resource: item.resource,
    found: item.method === "POST" && (condition?.found ?? false),
    directory: isDirectoryResource(item.resource),
    hash: Buffer.alloc(0),
    issues,
  };
}

/** The same resource twice in one delivery: the same content counts once, other content is refused. */
function refuseTwins(plan: Plan): void {
  const seen = new Map<string, Planned>();
  plan.entries = plan.entries.filter((entry) => {
    const key = `${entry.type}/${entry.sourceId}`;
    const twin = seen.get(key);
    seen.set(key, twin ?? entry);
    if (!twin) return true;
    const issue = failure(
      "duplicate",
      "entry-twice",
      "The same resource stands twice in this Bundle with different content.",
      entry.item,
    );
    const same = twin.hash.equals(entry.hash);
    if (!same) plan.refused.push({ item: entry.item, issues: [issue] });
    else
      plan.refused.push({
        item: entry.item,
        issues: [
          {
            ...issue,
            severity: "warning",
            diagnostics: "The same resource stands twice in this Bundle; it is kept once.",
          },
        ],
      });
    return false;
  });
}

function failure(type: Issue["type"], code: string, diagnostics: string, item: BundleItem): Issue {
  return { severity: "error", type, code, diagnostics, expression: item.expression };
}
