import type { FhirResource, Moment } from "./types.ts";

/** A resource in its first version; elements that are `undefined` are left out. */
export function resource(
  resourceType: string,
  id: string,
  lastUpdated: Moment,
  elements: Record<string, unknown>,
): FhirResource {
  return { resourceType, id, meta: { versionId: "1", lastUpdated }, ...present(elements) };
}

/** A later version of the same resource: corrected, stopped, withdrawn. `undefined` takes an element away. */
export function revised(before: FhirResource, lastUpdated: Moment, changes: Record<string, unknown>): FhirResource {
  const { resourceType, id, meta, ...elements } = before;
  return {
    resourceType,
    id,
    meta: { versionId: String(Number(meta.versionId) + 1), lastUpdated },
    ...present({ ...elements, ...changes }),
  };
}

/** FHIR has no null and no empty element. */
const present = (elements: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(elements).filter(([, value]) => value !== undefined));
