import type { SandboxFacility } from "../facilities.ts";
import type { Persona } from "../personas.ts";
import { hl7, sid, words } from "./codes.ts";
import { resource } from "./resource.ts";
import type { FhirResource, Moment } from "./types.ts";

/** Where somebody lives and is called; all invented. */
export interface Home {
  /** House, street or hamlet. */
  line: string;
  commune: string;
  phone: string;
  /** Ten digits of the health-insurance card; nobody's begin with 99. */
  insurance?: string;
  /** Who is called for a child. */
  contact?: { relation: string; name: string; phone: string };
}

/** How a facility registers somebody: its own number, the numbers it was shown, and the household. */
export function patient(
  facility: SandboxFacility,
  person: Persona,
  details: { number: string; since: Moment; home: Home },
): FhirResource {
  const { home } = details;
  return resource("Patient", `${facility.code5}-bn-${details.number}`, details.since, {
    active: true,
    identifier: identifiers(facility, person, details.number, home.insurance),
    name: [humanName(person.name, person.passport !== undefined)],
    telecom: [{ system: "phone", value: home.phone, use: "mobile" }],
    gender: person.gender,
    birthDate: person.birthDate,
    address: [address(home)],
    contact: home.contact && [
      {
        relationship: [words(home.contact.relation)],
        name: { text: home.contact.name },
        telecom: [{ system: "phone", value: home.contact.phone }],
      },
    ],
  });
}

function identifiers(facility: SandboxFacility, person: Persona, number: string, insurance: string | undefined) {
  const of = (use: string, type: string | undefined, system: string, value: string) => ({
    use,
    ...(type ? { type: hl7("v2-0203", type) } : {}),
    system: sid(system),
    value,
  });
  return [
    ...(person.personalNumber ? [of("official", "NI", "cccd", person.personalNumber)] : []),
    ...(person.passport ? [of("official", "PPN", "passport", person.passport)] : []),
    ...(insurance ? [of("secondary", undefined, "insurance_number", insurance)] : []),
    { ...of("usual", "MR", "patient-internal-id", number), assigner: { display: facility.name } },
  ];
}

/** Vietnamese order puts the family name first, foreign order last. */
function humanName(full: string, foreign: boolean) {
  const parts = full.split(" ");
  const family = foreign ? parts.at(-1) : parts[0];
  return { use: "official", text: full, family, given: foreign ? parts.slice(0, -1) : parts.slice(1) };
}

const address = (home: Home) => ({
  use: "home",
  text: `${home.line}, ${home.commune}, tỉnh Kinh Bắc`,
  line: [home.line],
  district: home.commune,
  state: "Kinh Bắc",
  country: "VN",
});
