import type { Dosage, Timing } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import type { DoseView } from "../view.ts";
import { conceptText, quantityText } from "./concept.ts";

const UNITS = new Set(["s", "min", "h", "d", "wk", "mo", "a"]);
type Unit = NonNullable<DoseView["frequency"]>["unit"];

/** How to take it: the sender's words and the structure beside them. */
export function doseOf(dosage: Dosage): DoseView {
  const dose = dosage.doseAndRate?.[0];
  const range = dose?.doseRange;
  const amount = quantityText(dose?.doseQuantity) ?? rangeAmount(quantityText(range?.low), quantityText(range?.high));
  return {
    text: dosage.text?.trim() || dosage.patientInstruction?.trim() || conceptText(dosage.timing?.code),
    amount,
    frequency: frequencyOf(dosage.timing),
    moments: dosage.timing?.repeat?.when ?? [],
    timesOfDay: dosage.timing?.repeat?.timeOfDay ?? [],
    asNeeded: dosage.asNeededBoolean === true || dosage.asNeededCodeableConcept !== undefined,
    asNeededFor: conceptText(dosage.asNeededCodeableConcept),
    route: conceptText(dosage.route),
  };
}

function rangeAmount(low: DoseView["amount"], high: DoseView["amount"]): DoseView["amount"] {
  if (!low || !high) return low ?? high;
  return { value: `${low.value}–${high.value}`, unit: high.unit ?? low.unit };
}

function frequencyOf(timing: Timing | undefined): DoseView["frequency"] {
  const repeat = timing?.repeat;
  const unit = repeat?.periodUnit;
  if (!repeat || !unit || !UNITS.has(unit) || repeat.period === undefined) return undefined;
  const count = repeat.frequencyMax ? `${repeat.frequency ?? 1}–${repeat.frequencyMax}` : String(repeat.frequency ?? 1);
  return { count, every: String(repeat.period), unit: unit as Unit };
}
