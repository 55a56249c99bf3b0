import type { PulledType } from "./rules.ts";

/** Facilities whose FHIR servers are asked, as operators see them. */
export interface PulledSourceView {
  facilityId: string;
  facility: string;
  baseUrl: string;
  tokenUrl: string | undefined;
  clientId: string | undefined;
  resourceTypes: string[];
  everyMinutes: number;
  state: "closed" | "open" | "half_open";
  /** A worker is at it now. */
  asking: boolean;
  failures: number;
  lastFailure: string | undefined;
  /** The type of data it failed at. */
  lastFailureType: string | undefined;
  lastSuccessAt: string | undefined;
  nextTryAt: string;
  suspendedAt: string | undefined;
}

export interface PulledSourcesView {
  sources: PulledSourceView[];
  facilities: { id: string; name: string }[];
  types: PulledType[];
  /** What a hospital registers us by; absent until `npm run keys` has made it. */
  publicKeys: string | undefined;
}
