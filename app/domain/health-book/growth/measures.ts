import { LOINC } from "#app/adapters/record-store/fhir-r4/systems.ts";
import { foldName } from "#app/shared/names.ts";

export const measureIds = ["weight", "height", "head", "bmi"] as const;
export type MeasureId = (typeof measureIds)[number];

interface Measure {
  loinc: readonly string[];
  /** Whole names, folded; what a name says besides ("cân nặng mẹ") makes it another. */
  names: readonly string[];
  unit: string;
  /** Units as senders write them: how many of `unit` one is. */
  units: Readonly<Record<string, number>>;
}

const LENGTHS = { cm: 1, m: 100, mm: 0.1 };

/** What a child's growth is told by. */
export const measures: Readonly<Record<MeasureId, Measure>> = {
  weight: {
    loinc: ["29463-7", "3141-9", "8339-4"],
    names: ["can nang", "can nang luc sinh", "can nang khi sinh", "body weight", "weight", "birth weight"],
    unit: "kg",
    units: { kg: 1, g: 0.001, gram: 0.001 },
  },
  height: {
    loinc: ["8302-2", "8306-3", "8308-9"],
    names: ["chieu cao", "chieu dai", "chieu dai nam", "chieu dai luc sinh", "body height", "body length", "height"],
    unit: "cm",
    units: LENGTHS,
  },
  head: {
    loinc: ["8287-5", "9843-4"],
    names: ["vong dau", "chu vi vong dau", "head circumference"],
    unit: "cm",
    units: LENGTHS,
  },
  bmi: {
    loinc: ["39156-5"],
    names: ["bmi", "chi so khoi", "chi so khoi co the", "chi so khoi co the bmi", "body mass index"],
    unit: "kg/m²",
    units: { "kg/m2": 1, "kg/m²": 1, "kg/m^2": 1 },
  },
};

interface Concept {
  text?: string | undefined;
  coding?: { system?: string | undefined; code?: string | undefined; display?: string | undefined }[] | undefined;
}

/** Which measure it is: by its LOINC code, else by its whole name; a code of something else is something else. */
export function measureOf(code: Concept | undefined): MeasureId | undefined {
  const codes = (code?.coding ?? []).flatMap(({ system, code }) => (system === LOINC && code ? [code] : []));
  if (codes.length > 0) return measureIds.find((id) => codes.some((one) => measures[id].loinc.includes(one)));
  const names = [code?.text, ...(code?.coding ?? []).map(({ display }) => display)].flatMap((name) => name ?? []);
  return measureIds.find((id) => names.some((name) => measures[id].names.includes(foldName(name))));
}
