import { referencesIn, relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";

export type Resource = { resourceType: string; id?: string; [element: string]: unknown };

/** Types that say more of an entry and are brought along with it; others come only where a section holds them. */
const ALONG = new Set([
  "Device",
  "Location",
  "Medication",
  "Observation",
  "Organization",
  "Practitioner",
  "PractitionerRole",
  "Specimen",
  "Substance",
]);

/** The visit is no part of a summary. */
const VISIT = ["encounter", "context"] as const;

export const DATA_ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
export const absent = (reason: "unknown" | "masked") => ({ extension: [{ url: DATA_ABSENT, valueCode: reason }] });

interface Held {
  /** Every resource of the record and its directories, by "Type/id". */
  all: ReadonlyMap<string, Resource>;
  /** What sections hold, by "Type/id". */
  chosen: readonly string[];
  /** Whose summary it is: what their references become. */
  patient: string;
  /** References to these Patients are to that person. */
  own: ReadonlySet<string>;
}

/**
 * The chosen resources with all they need, each reference within the document or none: what is not in it is named
 * as far as its words go, else said to be unknown (FHIR R4 §2.36, document Bundles).
 */
export function closureOf({ all, chosen, patient, own }: Held): Resource[] {
  const taken = new Set(chosen);
  const found: Resource[] = [];
  // The set grows while it is walked: what is brought along brings its own.
  for (const key of taken) {
    const resource = all.get(key);
    if (!resource) continue;
    for (const element of VISIT) delete resource[element];
    for (const reference of referencesIn(resource)) {
      if (reference.reference.startsWith("#")) continue;
      const target = relativeTarget(reference.reference);
      const name = target ? `${target.type}/${target.sourceId}` : "";
      if (own.has(name)) reference.reference = patient;
      else if (target && all.has(name) && (taken.has(name) || ALONG.has(target.type))) {
        taken.add(name);
        reference.reference = `urn:uuid:${target.sourceId}`;
      } else unlink(reference);
    }
    found.push(resource);
  }
  return found;
}

function unlink(reference: { reference?: string; display?: string; identifier?: unknown }): void {
  delete reference.reference;
  if (!reference.display && !reference.identifier) Object.assign(reference, absent("unknown"));
}
