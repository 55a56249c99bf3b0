import { readBundle } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { checkResource } from "#app/adapters/record-store/fhir-r4/check-resource.ts";
import type { Issue } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { parseFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { referencesIn } from "#app/adapters/record-store/fhir-r4/references.ts";
import { bundleText } from "./decimal.ts";
import type { FhirBundle, FhirResource, StoryMessage } from "./types.ts";

/** "Observation/99001-lan-nt-12-hba1c" */
export const nameOf = (r: FhirResource): string => `${r.resourceType}/${r.id}`;

export const resourcesOf = (bundle: FhirBundle): FhirResource[] => bundle.entry.map((e) => e.resource);

/** What the portal's door would say, read from the text that goes over the wire. */
export function problemsOf(bundle: FhirBundle): Issue[] {
  const read = readBundle(parseFhirJson(bundleText(bundle)), { allowSingle: false });
  const items = read.bundle?.items ?? [];
  return [
    ...read.issues,
    ...items.flatMap((i) => i.issues),
    ...items.flatMap((i) => (i.resource ? checkResource(i.resource, i.expression) : [])),
  ];
}

/** References that lead out of the Bundle. */
export function danglingIn(bundle: FhirBundle): string[] {
  const here = new Set(bundle.entry.map((e) => e.fullUrl));
  return bundle.entry.flatMap((e) => [...referencesIn(e.resource)].map((r) => r.reference).filter((r) => !here.has(r)));
}

/** The newest version of everything that was sent. */
export function newestVersions(messages: StoryMessage[]): FhirResource[] {
  const found = new Map<string, FhirResource>();
  for (const r of messages.flatMap((m) => resourcesOf(m.bundle))) {
    const before = Number(found.get(nameOf(r))?.meta.versionId ?? 0);
    if (before <= Number(r.meta.versionId)) found.set(nameOf(r), r);
  }
  return [...found.values()];
}
