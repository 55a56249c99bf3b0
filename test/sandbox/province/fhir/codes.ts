import type { Coding, Concept } from "./types.ts";

const TERMINOLOGY = "http://terminology.hl7.org/CodeSystem";

/** A concept that only has words, as most hospital systems send them. */
export const words = (text: string): Concept => ({ text });

/** `words` first, because that is what people read; then the code for machines. */
function coded(text: string, system: string, code: string, display?: string): Concept {
  return { text, coding: [coding(system, code, display)] };
}

const coding = (system: string, code: string, display?: string): Coding => ({
  system,
  code,
  ...(display ? { display } : {}),
});

/** ICD-10 with the doctor's wording as text and the official Vietnamese name as display. */
export const icd10 = (code: string, text: string, official = text): Concept =>
  coded(text, "http://hl7.org/fhir/sid/icd-10", code, official);

/** A test under the name people know it by; the LOINC code where it is certain. */
export const loinc = (code: string | undefined, text: string): Concept =>
  code ? coded(text, "http://loinc.org", code) : words(text);

/** A medicine by name and strength, with its ATC code. */
export const atc = (code: string, text: string): Concept => coded(text, "http://www.whocc.no/atc", code);

export const cvx = (code: string | undefined, text: string): Concept =>
  code ? coded(text, "http://hl7.org/fhir/sid/cvx", code) : words(text);

export const snomed = (code: string, text: string): Concept => coded(text, "http://snomed.info/sct", code);

/** A code from HL7's own tables: `hl7("condition-clinical", "active")`. */
export const hl7 = (table: string, code: string, display?: string): Concept => ({
  coding: [hl7Coding(table, code, display)],
});

export const hl7Coding = (table: string, code: string, display?: string): Coding =>
  coding(`${TERMINOLOGY}/${table}`, code, display);

const MODALITIES: Readonly<Record<string, string>> = { DX: "X-quang kỹ thuật số", US: "Siêu âm", OP: "Chụp ảnh mắt" };

export const dicom = (code: string): Coding =>
  coding("http://dicom.nema.org/resources/ontology/DCM", code, MODALITIES[code]);

/** Identifier systems of design §7. */
export const sid = (name: string): string => `http://fhir.ehealth.gov.vn/core/sid/${name}`;
