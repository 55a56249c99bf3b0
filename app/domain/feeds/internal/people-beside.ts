import type { HumanName } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import { nameText } from "#app/adapters/record-store/fhir-r4/read-patient.ts";
import { spelled } from "#app/domain/persons/rules.ts";
import type { OtherPeople } from "./needles.ts";
import type { Planned } from "./plan.ts";

type Json = Readonly<Record<string, unknown>>;

/** Who a Bundle names beside its Patient – RelatedPersons, contacts –: what its free texts may say again. */
export function peopleBeside(entries: Planned[]): OtherPeople {
  const resources = entries.flatMap(({ resource }) => (resource ? [resource, ...list(resource.contained)] : []));
  const named = resources.flatMap((resource) => {
    if (resource.resourceType === "RelatedPerson") return list(resource.name);
    return resource.resourceType === "Patient" ? list(resource.contact).flatMap((c) => list([c.name])) : [];
  });
  const names = named.flatMap((name) => nameText(name as HumanName) ?? []);
  return spelled([...new Set(names)]).map((text) => ({ kind: "name", text }));
}

const list = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter((item): item is Json => typeof item === "object" && item !== null) : [];
