import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { BundleItem, RawResource, ReadBundle } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { type Issue, isError } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { ReferenceMap, serverOf } from "#app/adapters/record-store/fhir-r4/references.ts";
import type { SourceRow } from "#app/adapters/record-store/qd3176/package.ts";
import type { Conditional } from "./conditional.ts";
import { failure, prepare } from "./prepare-entry.ts";
import { resolveReferences } from "./resolve-references.ts";
import { canonicalHash, contentId } from "./source-id.ts";

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
