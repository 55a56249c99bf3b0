import type { SandboxFacility } from "../facilities.ts";
import type { Persona } from "../personas.ts";
import { type Home, patient } from "./patient.ts";
import { ref } from "./reference.ts";
import { resource } from "./resource.ts";
import type { FhirResource, Moment } from "./types.ts";

/** One person at one facility: what every message about them repeats. */
export interface Chart {
  facility: SandboxFacility;
  person: Persona;
  organization: FhirResource;
  patient: FhirResource;
}

/** Facilities, rooms and staff have not changed since; older than every story, so that all may send them. */
const MASTER_DATA: Moment = "2024-01-01T00:00:00+07:00";

/** Opens a chart; `since` is when the facility registered the person. */
export function chart(
  facility: SandboxFacility,
  person: Persona,
  details: { number: string; since: Moment; home: Home },
): Chart {
  const organization = resource("Organization", `${facility.code5}-co-so`, MASTER_DATA, {
    active: true,
    name: facility.name,
    telecom: [{ system: "phone", value: facility.phone }],
    address: [{ text: facility.address }],
  });
  const registered = patient(facility, person, details);
  return { facility, person, organization, patient: { ...registered, managingOrganization: ref(organization) } };
}

/** Somebody who works at a facility: `staff(hospital, "012", "BS.CKII.", "Trần Đức Anh")`. */
export function staff(facility: SandboxFacility, number: string, title: string, name: string): FhirResource {
  const [family, ...given] = name.split(" ");
  return resource("Practitioner", `${facility.code5}-nv-${number}`, MASTER_DATA, {
    active: true,
    name: [{ use: "official", text: `${title} ${name}`, family, given, prefix: [title] }],
  });
}

/** A room people have to find. */
export const room = (facility: SandboxFacility, number: string, name: string): FhirResource =>
  resource("Location", `${facility.code5}-p-${number}`, MASTER_DATA, { status: "active", mode: "instance", name });

/** Title and name, as a page shows a person of the staff. */
export function nameOf(practitioner: FhirResource): string {
  const [name] = practitioner.name as { text: string }[];
  return name?.text ?? "";
}
