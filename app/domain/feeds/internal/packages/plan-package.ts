import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { MappedEntry, MappedPackage } from "#app/adapters/record-store/qd3176/mapping/index.ts";
import type { Plan, Planned } from "../plan.ts";
import { canonicalHash } from "../source-id.ts";

/**
 * A mapped package as a plan like that of a Bundle. Its resources were made here: they are named, refer to
 * each other and have their form, so nothing of that is asked again. All but the Patient are of one visit.
 */
export function planPackage(mapped: MappedPackage, keys: KeyRing): Plan {
  const encounter = mapped.entries.find((e) => e.resource.resourceType === "Encounter");
  const visit = encounter && `Encounter/${String(encounter.resource.id)}`;
  const entries = mapped.entries.map((entry, index) => planned(entry, index, visit, keys));
  return { kind: "transaction", timestamp: undefined, entries, refused: [] };
}

function planned({ resource, source }: MappedEntry, index: number, visit: string | undefined, keys: KeyRing): Planned {
  const type = resource.resourceType;
  const sourceId = String(resource.id);
  const expression = source ? `${source.table}[${source.number}]` : type;
  return {
    item: {
      index,
      expression,
      fullUrl: undefined,
      method: "PUT",
      url: `${type}/${sourceId}`,
      ifNoneExist: undefined,
      ifMatch: undefined,
      resource,
      issues: [],
    },
    type,
    sourceId,
    found: false,
    resource,
    directory: false,
    hash: canonicalHash(keys, source ? { ...resource, source: source.fields } : resource),
    issues: [],
    visit: type === "Patient" ? undefined : visit,
    source,
  };
}
