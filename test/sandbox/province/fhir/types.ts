/** FHIR R4 as far as the stories write it: loose, because the checks are the portal's, not the compiler's. */
export interface FhirResource {
  resourceType: string;
  id: string;
  meta: { versionId: string; lastUpdated: Moment };
  [element: string]: unknown;
}

interface BundleEntry {
  fullUrl: string;
  resource: FhirResource;
  request: { method: "PUT"; url: string };
}

export interface FhirBundle {
  resourceType: "Bundle";
  type: "transaction";
  timestamp: Moment;
  entry: BundleEntry[];
}

export interface Reference {
  reference: string;
  display?: string;
}

export interface Coding {
  system: string;
  code: string;
  display?: string;
}

export interface Concept {
  text?: string;
  coding?: Coding[];
}

/** What one facility sends about one person at one time. */
export interface StoryMessage {
  facilityKey: string;
  personaKey: string;
  bundle: FhirBundle;
}

/** A local time with its zone: 2026-11-10T08:30:00+07:00. */
export type Moment = string;

/** A local date: 2026-11-10. */
export type Day = string;
