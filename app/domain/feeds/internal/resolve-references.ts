import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { RawResource } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { type Issue, IssueList } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { type ReferenceMap, referencesIn, relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";
import { safeSourceId } from "./source-id.ts";

/**
 * Rewrites references into the form `Type/source-id`, absolute ones to the entry's own server too. One
 * that leads nowhere in this delivery is kept as it is; whether the store knows it is asked later, all at once.
 */
export function resolveReferences(
  resource: RawResource,
  at: { expression: string; server: string | undefined },
  map: ReferenceMap,
  keys: KeyRing,
): Issue[] {
  const { expression, server } = at;
  const contained = containedIds(resource);
  const issues = new IssueList();
  for (const found of referencesIn(resource)) {
    const { reference } = found;
    if (reference.startsWith("#")) {
      if (!contained.has(reference.slice(1)))
        issues.push(nowhere(expression, "A reference to a contained resource that is not there."));
      continue;
    }
    const relative = server && reference.startsWith(server) ? reference.slice(server.length) : reference;
    const target = map.resolve(reference) ?? map.resolve(relative);
    const elsewhere = target ? undefined : relativeTarget(relative);
    if (target?.sourceId) found.reference = `${target.type}/${target.sourceId}`;
    else if (elsewhere) found.reference = `${elsewhere.type}/${safeSourceId(keys, elsewhere.type, elsewhere.sourceId)}`;
    else issues.push(nowhere(expression, "A reference leads to nothing in this Bundle; it is kept as it is."));
  }
  return issues.list();
}

function containedIds(resource: RawResource): Set<string> {
  const contained = Array.isArray(resource.contained) ? resource.contained : [];
  return new Set(contained.flatMap((c: { id?: unknown } | null) => (typeof c?.id === "string" ? c.id : [])));
}

export const nowhere = (expression: string, diagnostics: string): Issue => ({
  severity: "warning",
  type: "not-found",
  code: "reference-nowhere",
  diagnostics,
  expression,
});
