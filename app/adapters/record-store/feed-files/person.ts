import { personalNumber } from "#app/shared/identifiers.ts";
import { foldName } from "#app/shared/names.ts";
import { resource } from "../qd3176/mapping/elements.ts";
import type { NameOf } from "./file.ts";

/** Who a file says somebody is, in its own words. */
export interface FilePerson {
  name: string | undefined;
  /** FHIR date, as precise as it is known. */
  birthDate: string | undefined;
  sex: "male" | "female" | undefined;
  personalNumber: string | undefined;
  insuranceNumber: string | undefined;
  /** The sender's own number of the person. */
  ownNumber: string | undefined;
  address?: string | undefined;
  phone?: string | undefined;
}

const OURS = "http://fhir.ehealth.gov.vn/core/sid/";
const MEDICAL_RECORD_NUMBER = {
  coding: [{ system: "http://terminology.hl7.org/CodeSystem/v2-0203", code: "MR" }],
};

const SEXES: ReadonlyMap<string, "male" | "female"> = new Map([
  ["nam", "male"],
  ["1", "male"],
  ["male", "male"],
  ["m", "male"],
  ["nu", "female"],
  ["2", "female"],
  ["0", "female"],
  ["female", "female"],
  ["f", "female"],
]);

/** "Nữ" → female; `undefined` for what says neither. */
export const sexOf = (text: string): "male" | "female" | undefined => SEXES.get(foldName(text));

/** By what a file tells its persons apart: what changes least first. Name and birth date alone find nobody, and wait. */
export function keyOfPerson(person: FilePerson): string | undefined {
  if (person.ownNumber) return `own ${person.ownNumber}`;
  if (person.personalNumber) return `number ${person.personalNumber}`;
  if (person.insuranceNumber) return `card ${person.insuranceNumber}`;
  return person.name && person.birthDate ? `name ${foldName(person.name)} ${person.birthDate}` : undefined;
}

/** The Patient a file speaks of. */
export function patientOf(person: FilePerson, key: string, nameOf: NameOf) {
  return resource("Patient", nameOf("patient", key), {
    identifier: [
      ...(person.personalNumber ? [{ system: `${OURS}cccd`, value: person.personalNumber }] : []),
      ...(person.insuranceNumber ? [{ system: `${OURS}insurance_number`, value: person.insuranceNumber }] : []),
      ...(person.ownNumber
        ? [{ type: MEDICAL_RECORD_NUMBER, system: `${OURS}patient-internal-id`, value: person.ownNumber }]
        : []),
    ],
    name: person.name ? [{ use: "official", text: person.name }] : [],
    gender: person.sex,
    birthDate: person.birthDate,
    telecom: person.phone ? [{ system: "phone", value: person.phone }] : [],
    address: person.address ? [{ text: person.address }] : [],
  });
}

/** A personal number as written, without spaces; `undefined` when it is none. */
export const numberOf = (text: string | undefined): string | undefined => (text ? personalNumber(text) : undefined);
