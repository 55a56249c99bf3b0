import { personSystems } from "#app/adapters/record-store/fhir-r4/systems.ts";
import type { BookPerson } from "../../view.ts";
import { absent, type Resource } from "./closure.ts";

interface PatientInput {
  id: string;
  person: BookPerson;
  /** The reader may know who it is. */
  named: boolean;
  /** The personal number, where it may be known and is. */
  number: string | undefined;
}

/** Whose summary it is (Patient-uv-ips): name and birth date always, if only to say that they are not told. */
export function patientOf({ id, person, named, number }: PatientInput): Resource {
  const system = personSystems.find(({ kind }) => kind === "personal_number")?.system;
  return {
    resourceType: "Patient",
    id,
    ...(named && number ? { identifier: [{ use: "official", system, value: number }] } : {}),
    name: [named && person.name ? { use: "official", text: person.name } : absent(named ? "unknown" : "masked")],
    gender: person.sex,
    ...birthOf(person.birth),
  };
}

/** As far as it is known: a day, a month, a year. */
function birthOf(birth: BookPerson["birth"]): object {
  const known = birth && [10, 7, 4].find((length) => birth.low.slice(0, length) === birth.high.slice(0, length));
  return known ? { birthDate: birth.low.slice(0, known) } : { _birthDate: absent("unknown") };
}
