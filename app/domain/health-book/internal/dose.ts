import type { Dosage } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import type { DoseView } from "../view.ts";
import { conceptText, conceptTexts, quantityText } from "./concept.ts";
import { scheduleOf, unitOfTime, wordsOfTiming } from "./timing.ts";

type Amount = DoseView["amount"];

/** How to take it: the sender's words and the structure beside them. */
export function doseOf(dosage: Dosage): DoseView {
  const dose = dosage.doseAndRate?.[0];
  const amount = quantityText(dose?.doseQuantity) ?? rangeAmount(dose?.doseRange);
  const when = wordsOfTiming(dosage.timing);
  return {
    text: dosage.text?.trim() || dosage.patientInstruction?.trim() || (amount ? undefined : when),
    amount,
    schedule: amount ? when : undefined,
    ...scheduleOf(dosage.timing),
    asNeeded: dosage.asNeededBoolean === true || dosage.asNeededCodeableConcept !== undefined,
    asNeededFor: conceptText(dosage.asNeededCodeableConcept),
    route: routeOf(dosage),
    rate: rateOf(dosage),
    atMost: mostOf(dosage),
    instructions: dosage.additionalInstruction && conceptTexts(dosage.additionalInstruction),
  };
}

/** A route told by a number of some list says nothing to a reader. */
function routeOf({ route }: Dosage): string | undefined {
  const text = conceptText(route);
  return text && /^\d[\d.]*$/.test(text) ? undefined : text;
}

function rangeAmount(
  range: { low?: Parameters<typeof quantityText>[0]; high?: Parameters<typeof quantityText>[0] } | undefined,
): Amount {
  const [low, high] = [quantityText(range?.low), quantityText(range?.high)];
  if (!low || !high) return low ?? high;
  return { value: `${low.value}–${high.value}`, unit: high.unit ?? low.unit };
}

function rateOf({ doseAndRate }: Dosage): Amount {
  const { rateQuantity, rateRange, rateRatio } = doseAndRate?.[0] ?? {};
  const one = quantityText(rateQuantity) ?? rangeAmount(rateRange);
  const [above, below] = [quantityText(rateRatio?.numerator), quantityText(rateRatio?.denominator)];
  if (one || !above || !below) return one;
  const per = below.value === "1" ? below.unit : [below.value, below.unit].filter(Boolean).join(" ");
  return { value: above.value, unit: `${above.unit ?? ""}/${per ?? ""}` };
}

function mostOf({ maxDosePerPeriod: most }: Dosage): DoseView["atMost"] {
  const [amount, per] = [quantityText(most?.numerator), quantityText(most?.denominator)];
  const code = most?.denominator?.code ?? most?.denominator?.unit;
  return amount && per ? { amount, per: { ...per, known: unitOfTime(code) } } : undefined;
}
