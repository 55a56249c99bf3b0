import type { IdentifierKind } from "#app/shared/identifiers.ts";
import type { Identifier } from "./datatypes.ts";

/** Systems that identify people. The first of a kind is what we write; the others are accepted (design §7). */
export const personSystems: readonly { system: string; kind: IdentifierKind }[] = [
  { system: "http://fhir.ehealth.gov.vn/core/sid/cccd", kind: "personal_number" },
  { system: "http://fhir.vn/sid/cccd", kind: "personal_number" },
  { system: "http://moh.gov.vn/sid/cccd", kind: "personal_number" },
  { system: "http://fhir.ehealth.gov.vn/core/sid/cmnd", kind: "old_id_card" },
  { system: "http://fhir.ehealth.gov.vn/core/sid/passport", kind: "passport" },
  { system: "http://hl7.org/fhir/sid/passport-VNM", kind: "passport" },
  { system: "http://fhir.ehealth.gov.vn/core/sid/insurance_number", kind: "insurance_card" },
  { system: "http://fhir.ehealth.gov.vn/core/sid/patient-internal-id", kind: "facility_patient_number" },
];

/** Codes of tests, measurements and documents. */
export const LOINC = "http://loinc.org";

/** In `meta.security`: the protection label a sender's own form asks for (design §5.7). */
export const PROTECTION_LABELS = "urn:so-khoe:protection-label";

const kinds = new Map(personSystems.map(({ system, kind }) => [system, kind]));

/** The country whose passport it is; two countries may give the same number. Some systems do not say. */
export const passportCountry = (system: string): string | undefined =>
  /^http:\/\/hl7\.org\/fhir\/sid\/passport-([A-Za-z]{3})$/.exec(system)?.[1]?.toUpperCase();

/** What an identifier of a Patient is. A facility's own number is known by its type code MR (v2-0203). */
export function kindOf(identifier: Identifier): IdentifierKind {
  const known = identifier.system ? kinds.get(identifier.system) : undefined;
  if (known) return known;
  if (identifier.system && passportCountry(identifier.system)) return "passport";
  const isRecordNumber = identifier.type?.coding?.some((c) => c.code === "MR" || c.code === "PI") ?? false;
  return isRecordNumber ? "facility_patient_number" : "other";
}

export const identifiesPeople = (system: string): boolean =>
  kinds.has(system) ||
  system.startsWith("http://hl7.org/fhir/sid/passport-") ||
  system === "http://hl7.org/fhir/sid/us-ssn";

/** Category of an Observation that somebody told and nobody examined, beside FHIR's own, which has none that fits all. */
export const TOLD = { system: "urn:so-khoe:observation-category", code: "told" } as const;
