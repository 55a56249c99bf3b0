import { words } from "./codes.ts";
import { decimal } from "./decimal.ts";
import type { Day } from "./types.ts";

/** FHIR's times of day: PCM after breakfast, PCD after lunch, PCV after supper, HS before sleep … */
export type When = "MORN" | "AFT" | "EVE" | "HS" | "ACM" | "ACD" | "ACV" | "PCM" | "PCD" | "PCV";

export interface Dose {
  /** As the doctor writes it and the person reads it. */
  how: string;
  amount: string;
  unit: string;
  times: number;
  /** Per how many days or hours; once a day unless told. */
  per?: { every: number; unit: "d" | "h" | "wk" };
  when?: When[];
  asNeeded?: string;
  route?: string;
}

/** How to take it, once for people and once for machines. */
export const dosage = (dose: Dose, from: Day, to: Day) => ({
  text: dose.how,
  timing: {
    repeat: {
      boundsPeriod: { start: from, end: to },
      frequency: dose.times,
      period: dose.per?.every ?? 1,
      periodUnit: dose.per?.unit ?? "d",
      ...(dose.when ? { when: dose.when } : {}),
    },
  },
  ...(dose.asNeeded ? { asNeededCodeableConcept: words(dose.asNeeded) } : {}),
  route: words(dose.route ?? "Uống"),
  doseAndRate: [{ doseQuantity: { value: decimal(dose.amount), unit: dose.unit } }],
});
