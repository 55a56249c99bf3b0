import type { Chart } from "./chart.ts";
import { resource } from "./resource.ts";
import type { FhirResource, Moment } from "./types.ts";

/** A visit (a case) while its story is told; what is ordered, measured and given hangs on it. */
export interface Visit {
  chart: Chart;
  encounter: FhirResource;
  conditions: FhirResource[];
  doctor: FhirResource;
  start: Moment;
  end: Moment;
}

/** Id of a visit, which is also what labels and hides are set on. */
export const caseId = (code5: string, slug: string): string => `${code5}-${slug}`;

/** Something that came of a visit, under an id of that visit. */
export const ofVisit = (
  visit: Visit,
  resourceType: string,
  key: string,
  elements: Record<string, unknown>,
  lastUpdated: Moment = visit.end,
): FhirResource => resource(resourceType, `${visit.encounter.id}-${key}`, lastUpdated, elements);
