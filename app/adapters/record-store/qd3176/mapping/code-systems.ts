/** The standard's own lists, one code system per field: `urn:so-khoe:qd3176:MA_LOAI_KCB`. */
export const listOf3176 = (field: string): string => `urn:so-khoe:qd3176:${field}`;

export const ICD10 = "http://hl7.org/fhir/sid/icd-10";
export const ICD9CM = "http://hl7.org/fhir/sid/icd-9-cm";
export const UCUM = "http://unitsofmeasure.org";
export const ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
export const NULL_FLAVOR = "http://terminology.hl7.org/CodeSystem/v3-NullFlavor";
export const IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";
export const CONDITION_CATEGORY = "http://terminology.hl7.org/CodeSystem/condition-category";
export const OBSERVATION_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
export const DIAGNOSIS_ROLE = "http://terminology.hl7.org/CodeSystem/diagnosis-role";
export const DATA_ABSENT_REASON = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
export const DATA_ABSENT_EXTENSION = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

/** What identifies a facility: `MA_CSKCB`, five characters. */
export const FACILITY_CODE = listOf3176("MA_CSKCB");
