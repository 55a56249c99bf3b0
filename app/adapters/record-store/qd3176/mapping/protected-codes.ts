import { foldName } from "#app/shared/names.ts";
import type { DoorLabel } from "./mapped.ts";

/**
 * ICD-10 codes whose whole case is protected from the moment it arrives; as of November 2026, ICD-10 of Circular
 * 06/2026/TT-BYT. A label closes the case to everybody but the person, so lists are short. Left out on purpose:
 * dementia, learning and childhood disorders (F00–F09, F70–F98: their families care for them), tobacco (F17),
 * infertility (N46, N97) and the HIV test every pregnant woman has (Z11.4).
 */
const PROTECTED: readonly { label: DoorLabel; from: string; to?: string; is: string }[] = [
  { label: "hiv", from: "B20", to: "B24", is: "HIV disease" },
  { label: "hiv", from: "F024", is: "dementia in HIV disease" },
  { label: "hiv", from: "O987", is: "HIV complicating pregnancy" },
  { label: "hiv", from: "R75", is: "laboratory evidence of HIV" },
  { label: "hiv", from: "Z206", is: "exposure to HIV" },
  { label: "hiv", from: "Z21", is: "asymptomatic HIV infection" },
  { label: "hiv", from: "Z717", is: "HIV counselling" },
  { label: "psychiatry", from: "F10", to: "F16", is: "alcohol and drugs" },
  { label: "psychiatry", from: "F18", to: "F69", is: "drugs, psychoses, mood, anxiety, personality" },
  { label: "psychiatry", from: "F99", is: "mental disorder, unspecified" },
  { label: "psychiatry", from: "X60", to: "X84", is: "intentional self-harm" },
  { label: "reproductive", from: "O03", to: "O08", is: "abortion and its complications" },
  { label: "reproductive", from: "Z30", to: "Z31", is: "contraception, procreation" },
  { label: "reproductive", from: "Z640", is: "unwanted pregnancy" },
  { label: "violence", from: "T74", is: "maltreatment" },
  { label: "violence", from: "Y05", to: "Y09", is: "sexual assault, neglect, maltreatment" },
];

/** The labels of ICD-10 codes, as any sender writes them: "b20.1", "F32†", "Z640". */
export function labelsOfCodes(codes: Iterable<string>): Set<DoorLabel> {
  const labels = new Set<DoorLabel>();
  for (const code of codes) {
    const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, "");
    for (const { label, from, to = from } of PROTECTED) {
      const start = plain.slice(0, from.length);
      if (start >= from && start <= to) labels.add(label);
    }
  }
  return labels;
}

/**
 * Medicines given for HIV alone (Ministry of Health's treatment guide, Decision 5968/QĐ-BYT 2021), ingredients by
 * their stem and products with names of their own. Ritonavir alone is also a medicine for COVID-19 and hepatitis C.
 */
const HIV_ONLY =
  /zidovudin|stavudin|didanosin|abacavir|emtricitabin|nevirapin|efavirenz|etravirin|rilpivirin|doravirin|lopinavir|atazanavir|darunavir|saquinavir|indinavir|nelfinavir|fosamprenavir|dolutegravir|raltegravir|bictegravir|elvitegravir|cabotegravir|enfuvirtid|maraviroc|acriptega|aluvia|biktarvy|combivir|isentress|kaletra|prezista|tivicay|triumeq|truvada/;
/** Each of the two treats hepatitis B as well; together they are the base of an HIV regimen. */
const HIV_TOGETHER = [/tenofovir/, /lamivudin/];

/** Do these medicines, by name, say that the person is treated for HIV? */
export function tellsOfHiv(medicineNames: Iterable<string>): boolean {
  const all = foldName([...medicineNames].join(" ; "));
  return HIV_ONLY.test(all) || HIV_TOGETHER.every((stem) => stem.test(all));
}

/** SNOMED CT findings of HIV, as foreign systems write them: infection, AIDS, seropositive, asymptomatic, symptomatic. */
const HIV_SNOMED = new Set(["86406008", "62479008", "165816005", "91947003", "91948008"]);
export const isHivFinding = (snomedCode: string): boolean => HIV_SNOMED.has(snomedCode);

/** Is this a test for HIV, by its name, with a positive result? A negative one is a routine test before surgery or a birth. */
export function isPositiveHivTest(testName: string, result: string): boolean {
  if (!/\bhiv\b/.test(foldName(testName))) return false;
  return /\(\+\)|^\+/.test(result) || /duong tinh|(?<!non )\breactive\b|\bpositive\b|\bpos\b/.test(foldName(result));
}

/** Could this medicine be part of an HIV regimen, with another beside it? */
export const isPartOfHivRegimen = (medicineName: string): boolean =>
  HIV_TOGETHER.some((stem) => stem.test(foldName(medicineName)));
