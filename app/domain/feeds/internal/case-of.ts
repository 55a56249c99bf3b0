import type { RawResource } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";
import { entryIdOf } from "#app/shared/ids.ts";
import type { Planned } from "./plan.ts";

/** Where a resource names the visit it belongs to. */
const VISIT = ["encounter", "context", "context.encounter.0", "item.0.encounter.0"];
/** Where it names something else of the same visit. */
const LINK = ["authorizingPrescription.0", "claim", "request", "report.0", "basedOn.0", "partOf.0"];

/**
 * The case each entry belongs to: its visit, or that of what it derives from, or itself. Labels and
 * hides cover the case, so everything derived from a visit must carry it (design §5.7).
 */
export function casesOf(facilityId: string, entries: Planned[]): Map<Planned, string> {
  const byName = new Map(entries.map((e) => [`${e.type}/${e.sourceId}`, e]));
  const cases = new Map<Planned, string>();
  const caseOf = (entry: Planned, seen: ReadonlySet<Planned>): string => {
    const own = entryIdOf(facilityId, entry.type, entry.sourceId);
    if (!entry.resource || seen.has(entry)) return own;
    const follow = (reference: string, type: string, sourceId: string) => {
      const next = byName.get(reference);
      return next ? caseOf(next, new Set([...seen, entry])) : entryIdOf(facilityId, type, sourceId);
    };
    const parents = entry.type === "Encounter" ? ["partOf"] : VISIT;
    for (const path of parents) {
      const target = targetAt(entry.resource, path);
      if (target?.type === "Encounter") return follow(`Encounter/${target.sourceId}`, "Encounter", target.sourceId);
    }
    for (const path of entry.type === "Encounter" ? [] : LINK) {
      const target = targetAt(entry.resource, path);
      if (target && byName.has(`${target.type}/${target.sourceId}`))
        return follow(`${target.type}/${target.sourceId}`, target.type, target.sourceId);
    }
    return own;
  };
  for (const entry of entries) cases.set(entry, caseOf(entry, new Set()));
  return cases;
}

function targetAt(resource: RawResource, path: string) {
  const at = path
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], resource);
  const reference = (at as { reference?: unknown } | undefined)?.reference;
  return typeof reference === "string" ? relativeTarget(reference) : undefined;
}
