import type { SandboxFacility } from "../province/facilities.ts";
import { calendar } from "../province/fhir/calendar.ts";
import { type Chart, chart } from "../province/fhir/chart.ts";
import type { Home } from "../province/fhir/patient.ts";
import type { FhirResource } from "../province/fhir/types.ts";
import type { Persona } from "../province/personas.ts";
import { storyMessages } from "../province/stories/index.ts";
import { homeOf } from "../province/stories/people.ts";

export type Charts = (facility: SandboxFacility, person: Persona) => Chart;

/** Of people for whom the stories invent no household. */
const somewhere: Home = { line: "Số 1 đường Thiên Đức", commune: "phường Kinh Bắc", phone: "0950000190" };

/**
 * The chart of a person at a facility: the one its stories use, because the portal knows it under this
 * number and version; else a new one, the same each time.
 */
export function chartsOf(today: Date): Charts {
  const known = knownPatients(today);
  return (facility, person) => {
    const [patient, organization] = known.get(keyOf(facility.key, person.key)) ?? [];
    if (patient && organization) return { facility, person, patient, organization };
    const since = calendar(today).at(-1, "08:00");
    return chart(facility, person, { number: `HT-${person.key}`, since, home: householdOf(person) });
  };
}

/** Where somebody lives, as any facility would write it down. */
export function householdOf({ key }: Persona): Home {
  try {
    return homeOf(key);
  } catch {
    return somewhere;
  }
}

function knownPatients(today: Date): Map<string, [FhirResource, FhirResource]> {
  const known = new Map<string, [FhirResource, FhirResource]>();
  for (const { facilityKey, personaKey, bundle } of storyMessages(today)) {
    const find = (type: string) => bundle.entry.find(({ resource }) => resource.resourceType === type)?.resource;
    const [patient, organization] = [find("Patient"), find("Organization")];
    if (patient && organization) known.set(keyOf(facilityKey, personaKey), [patient, organization]);
  }
  return known;
}

const keyOf = (facilityKey: string, personaKey: string): string => `${facilityKey} ${personaKey}`;
