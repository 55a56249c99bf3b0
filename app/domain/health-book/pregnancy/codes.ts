/** ICD-10 categories that say somebody is pregnant: the pregnancy itself, not what goes wrong in it. */
const PREGNANT_ICD10 = /^Z3[345]/;
/** All of the chapter on pregnancy and birth, and what surrounds it. */
const ABOUT_ICD10 = /^(?:O\d|Z3[2-9])/;
/** Its outcome: delivery, birth, the time after. */
const BORN_ICD10 = /^(?:O8[0-4]|Z37|Z39)/;

/** SNOMED CT: pregnant, normal, first, high-risk, multiple pregnancy. */
const PREGNANT_SNOMED: ReadonlySet<string> = new Set(
  "77386006 72892002 127364007 47200007 16356006 237238006".split(" "),
);

export interface Coded {
  system?: string | undefined;
  code?: string | undefined;
}

const icd10 = ({ system, code = "" }: Coded): string | undefined =>
  /icd-?10/i.test(system ?? "") ? code.toUpperCase().replace(/[^A-Z0-9]/g, "") : undefined;

/** Is a condition the pregnancy, so that visits may belong to it? */
export const isPregnancy = (codings: Coded[]): boolean =>
  codings.some((one) => PREGNANT_ICD10.test(icd10(one) ?? "") || PREGNANT_SNOMED.has(one.code ?? ""));

export const tellsOfBirth = (codings: Coded[]): boolean => codings.some((one) => BORN_ICD10.test(icd10(one) ?? ""));

export const isAboutPregnancy = (codings: Coded[]): boolean =>
  isPregnancy(codings) || codings.some((one) => ABOUT_ICD10.test(icd10(one) ?? ""));

/** For the database, of the first coding: wide, and narrowed by the above. */
export const ABOUT_PATTERN = "^(O[0-9]|Z3[2-9])";
export const snomedCodes: readonly string[] = [...PREGNANT_SNOMED];

/** LOINC: the day a birth is expected, as clinicians, by the last period, by ovulation reckon it. */
export const EXPECTED: readonly string[] = ["11778-8", "11779-6", "11780-4"];
/** How old the pregnancy was, as the source says: clinically, by ultrasound, by the last period. */
export const AGE: readonly string[] = ["11884-4", "11888-5", "11885-1", "18185-9", "49051-6", "57714-8"];
export const STATUS = "82810-3";
/** What else is told of a pregnancy: last period, height of the womb, the child's heart, ultrasound of the pregnancy. */
export const OTHER: readonly string[] = ["8665-2", "11881-0", "55283-6", "11948-7", "11525-3", "11524-6", "11727-5"];

export const observationCodes: readonly string[] = [...EXPECTED, ...AGE, STATUS, ...OTHER];

/** Papers of QĐ 3176 that are about a pregnancy or a birth. XML11 and XML7 only where they say its age. */
export const PAPERS: readonly string[] = ["XML9", "XML10", "XML11", "XML7"];
export const ALWAYS: ReadonlySet<string> = new Set(["XML9", "XML10"]);
