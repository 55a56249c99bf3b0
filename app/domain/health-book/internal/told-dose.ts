import type { Dosage, Quantity } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import type { MedicationRequest } from "#app/adapters/record-store/fhir-r4/resources/medicines.ts";
import { dosePerDay, unitOf } from "#app/adapters/record-store/qd3176/mapping/dose-per-day.ts";
import { conceptText } from "./concept.ts";

interface Amount {
  amount: number;
  unit: string;
}

/** How much of a medicine is told, as far as it can be compared. */
export interface ToldDose {
  /** "5mg", of the name. */
  strength: string;
  perDay: Amount | undefined;
  /** Figures in the words for it, where the words cannot be read. */
  figures: string;
  quantity: Amount | undefined;
}

/** The strength, the dose of a day and the quantity of a prescribed line; what it does not say stays empty. */
export function toldDose({
  medicationCodeableConcept,
  dosageInstruction = [],
  dispenseRequest,
}: MedicationRequest): ToldDose {
  const words = dosageInstruction.map((d) => d.text ?? "").join(" ");
  const [only, ...others] = dosageInstruction;
  return {
    strength: strengthIn(conceptText(medicationCodeableConcept) ?? ""),
    perDay: only && others.length === 0 ? (structured(only) ?? written(only.text ?? "")) : undefined,
    figures: figuresIn(words),
    quantity: amountOf(dispenseRequest?.quantity),
  };
}

/** Is another amount told? What one side does not say, or says in words without figures, contradicts nothing. */
export function dosesContradict(a: ToldDose, b: ToldDose): boolean {
  const differ = (one: string, other: string) => one !== "" && other !== "" && one !== other;
  if (differ(a.strength, b.strength) || amountsDiffer(a.quantity, b.quantity)) return true;
  if (a.perDay && b.perDay && a.perDay.unit === b.perDay.unit) return amountsDiffer(a.perDay, b.perDay);
  return differ(a.figures, b.figures);
}

const amountsDiffer = (a: Amount | undefined, b: Amount | undefined): boolean =>
  a !== undefined && b !== undefined && a.unit === b.unit && Math.abs(a.amount - b.amount) > 1e-6;

const amountOf = (quantity: Quantity | undefined): Amount | undefined => {
  const amount = Number(quantity?.value ?? Number.NaN);
  const unit = quantity?.unit ?? quantity?.code;
  return unit && Number.isFinite(amount) ? { amount, unit: unitOf(unit) } : undefined;
};

/** A day's dose where the sender says it in elements. */
function structured({ doseAndRate, timing, asNeededBoolean, asNeededCodeableConcept }: Dosage): Amount | undefined {
  const dose = amountOf(doseAndRate?.[0]?.doseQuantity);
  const { frequency, period, periodUnit } = timing?.repeat ?? {};
  const hours = { h: 1, d: 24, wk: 168 }[periodUnit ?? ""];
  if (!dose || !hours || !period || asNeededBoolean || asNeededCodeableConcept) return undefined;
  return { ...dose, amount: (dose.amount * Number(frequency ?? 1) * 24) / (Number(period) * hours) };
}

/** A day's dose in words; a package's row says it first and how to take it after a full stop. */
function written(text: string): Amount | undefined {
  for (const part of [text, ...text.split(/\.(?:\s|$)/)]) {
    const dose = dosePerDay(part);
    if (dose) return { amount: dose.perDay, unit: dose.unit };
  }
  return undefined;
}

const figuresIn = (text: string): string => [...new Set(text.match(/\d+(?:[.,/]\d+)?|½/g) ?? [])].sort().join(" ");

const strengthIn = (name: string): string =>
  [...name.toLowerCase().matchAll(/(\d+(?:[.,]\d+)?) ?(mg|mcg|µg|g|ui|iu|ml|%)(?![a-z])/g)]
    .map(([, figure = "", unit = ""]) => `${figure.replace(",", ".")}${unit}`)
    .join("+");
