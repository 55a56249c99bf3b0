import type { CodeableConcept, Quantity } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import type { Observation, ObservationComponent } from "#app/adapters/record-store/fhir-r4/resources/results.ts";
import type { Interpretation, MeasurementView, ReferenceRangeView, ValueView } from "../view.ts";
import { conceptCode, conceptText, quantityText } from "./concept.ts";
import { endOf, whenFrom } from "./when.ts";

type Measured = Observation | ObservationComponent;

/** Value, range and interpretation of an Observation or one of its components, as sent. */
export function measurementOf(measured: Measured): MeasurementView {
  return {
    title: conceptText(measured.code),
    value: valueFrom(measured),
    interpretation: interpretationOf(measured.interpretation),
    ranges: (measured.referenceRange ?? []).map(rangeOf),
  };
}

function valueFrom(m: Measured): ValueView | undefined {
  if (m.valueQuantity) {
    const quantity = quantityText(m.valueQuantity);
    if (quantity) return { kind: "quantity", comparator: m.valueQuantity.comparator, ...quantity };
  }
  if (m.valueCodeableConcept) return text(conceptText(m.valueCodeableConcept));
  if (m.valueString !== undefined) return text(m.valueString);
  if (m.valueBoolean !== undefined) return { kind: "boolean", value: m.valueBoolean };
  if (m.valueInteger !== undefined)
    return { kind: "quantity", comparator: undefined, value: String(m.valueInteger), unit: undefined };
  if (m.valueRange) {
    const [low, high] = [quantityText(m.valueRange.low), quantityText(m.valueRange.high)];
    return { kind: "range", low: low?.value, high: high?.value, unit: low?.unit ?? high?.unit };
  }
  if (m.valueRatio)
    return {
      kind: "ratio",
      numerator: withUnit(m.valueRatio.numerator),
      denominator: withUnit(m.valueRatio.denominator),
    };
  if (m.valueTime !== undefined) return text(m.valueTime);
  const when = whenFrom(m.valueDateTime ?? m.valuePeriod?.start);
  const to = endOf(m.valuePeriod)?.to;
  if (when) return { kind: "when", when: { ...when, ...(to ? { to } : {}) } };
  if (m.valueSampledData) return { kind: "series" };
  if (m.dataAbsentReason)
    return { kind: "absent", reason: conceptCode(m.dataAbsentReason) ?? conceptText(m.dataAbsentReason) };
  return undefined;
}

const text = (value: string | undefined): ValueView | undefined => (value ? { kind: "text", text: value } : undefined);

function withUnit(quantity: Quantity | undefined): string {
  const read = quantityText(quantity);
  return read ? [read.value, read.unit].filter(Boolean).join(" ") : "";
}

/** http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation */
const INTERPRETATIONS: ReadonlyMap<string, Interpretation> = new Map([
  ["N", "normal"],
  ["L", "low"],
  ["LU", "low"],
  ["H", "high"],
  ["HU", "high"],
  ["LL", "critical-low"],
  ["HH", "critical-high"],
  ["A", "abnormal"],
  ["AA", "critical"],
  ["POS", "positive"],
  ["NEG", "negative"],
]);

function interpretationOf(concepts: CodeableConcept[] | undefined): Interpretation | undefined {
  const code = conceptCode(concepts?.[0]);
  return code ? (INTERPRETATIONS.get(code) ?? "other") : undefined;
}

function rangeOf(range: NonNullable<Observation["referenceRange"]>[number]): ReferenceRangeView {
  const [low, high] = [quantityText(range.low), quantityText(range.high)];
  return { low: low?.value, high: high?.value, unit: low?.unit ?? high?.unit, text: range.text?.trim() || undefined };
}
