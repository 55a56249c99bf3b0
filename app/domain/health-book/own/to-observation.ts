import { LOINC } from "#app/adapters/record-store/fhir-r4/systems.ts";
import { decimal } from "#app/adapters/record-store/qd3176/mapping/elements.ts";
import { unitOf } from "./kinds.ts";
import type { OwnMeasurement } from "./view.ts";

const UCUM = "http://unitsofmeasure.org";
const CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

/** Category of what people measured themselves, so that no reader takes it for a hospital's. */
export const SELF_MEASURED = { system: "urn:so-khoe:observation-category", code: "self-measured" } as const;

export interface OwnWords {
  /** "Bạn tự đo". */
  label: string;
  kind: string;
  /** The two figures of blood pressure. */
  parts: [string, string];
  helper: string;
}

/** A measurement as it leaves the store: an Observation whose performer is the patient, or who acts for them. */
export function toObservation(item: OwnMeasurement, patient: string, words: OwnWords) {
  const unit = unitOf(item.kind, item.unit);
  const quantity = (value: string) => ({ value: decimal(value), unit: item.unit, system: UCUM, code: unit?.ucum });
  const part = (code: string, text: string, value: string) => ({
    code: { coding: [{ system: LOINC, code }], text },
    valueQuantity: quantity(value),
  });
  return {
    resourceType: "Observation",
    id: item.id,
    meta: { versionId: String(item.version), lastUpdated: item.recordedAt },
    status: "final",
    category: [
      ...(item.kind === "glucose" ? [] : [{ coding: [{ system: CATEGORY, code: "vital-signs" }] }]),
      { coding: [{ ...SELF_MEASURED, display: words.label }], text: words.label },
    ],
    code: { coding: [{ system: LOINC, code: unit?.loinc }], text: words.kind },
    subject: { reference: patient },
    effectiveDateTime: item.at,
    issued: item.recordedAt,
    performer: [item.byHelper ? { type: "RelatedPerson", display: words.helper } : { reference: patient }],
    ...(item.second === undefined
      ? { valueQuantity: quantity(item.value) }
      : { component: [part("8480-6", words.parts[0], item.value), part("8462-4", words.parts[1], item.second)] }),
  };
}
