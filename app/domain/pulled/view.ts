/** Facilities whose FHIR servers are asked, as operators see them. */
export interface PulledSourceView {
  facilityId: string;
  facility: string;
  baseUrl: string;
  clientId: string | undefined;
  resourceTypes: string[];
  everyMinutes: number;
  state: "closed" | "open" | "half_open";
  failures: number;
  lastFailure: string | undefined;
  lastSuccessAt: string | undefined;
  nextTryAt: string;
  suspendedAt: string | undefined;
}

export interface PulledSourcesView {
  sources: PulledSourceView[];
  facilities: { id: string; name: string }[];
  types: string[];
  /** What a hospital registers us by; absent until `npm run keys` has made it. */
  publicKeys: string | undefined;
}
