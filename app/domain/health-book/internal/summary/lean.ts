import { absent, type Resource } from "./closure.ts";

/** What a sender claims of its own profiles and wrote as a narrative holds no longer; what the IPS wants at least is said to be unknown. */
export function lean(resource: Resource): Resource {
  const { lastUpdated, source, security } = (resource.meta ?? {}) as Record<string, unknown>;
  resource.meta = { lastUpdated, source, ...(security ? { security } : {}) };
  delete resource.text;
  if (resource.resourceType === "MedicationStatement" && !resource.effectiveDateTime && !resource.effectivePeriod)
    resource._effectiveDateTime ??= absent("unknown");
  if ((resource.resourceType === "Condition" || resource.resourceType === "AllergyIntolerance") && !resource.code)
    resource.code = absent("unknown");
  return resource;
}
