import type { CodeableConcept, HumanName, Quantity, Reference } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import { nameText } from "#app/adapters/record-store/fhir-r4/read-patient.ts";

/** A concept in the sender's words: its text, else a coding's display, else the bare code. */
export function conceptText(concept: CodeableConcept | undefined): string | undefined {
  if (!concept) return undefined;
  const display = concept.coding?.find((c) => c.display)?.display;
  return clean(concept.text) ?? clean(display) ?? concept.coding?.find((c) => c.code)?.code;
}

export const conceptTexts = (concepts: CodeableConcept[] | undefined): string[] =>
  (concepts ?? []).flatMap((c) => conceptText(c) ?? []);

export const conceptCode = (concept: CodeableConcept | undefined): string | undefined =>
  concept?.coding?.find((c) => c.code)?.code;

const clean = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** A quantity with its digits as sent. */
export function quantityText(quantity: Quantity | undefined): { value: string; unit: string | undefined } | undefined {
  if (quantity?.value === undefined) return undefined;
  return { value: String(quantity.value), unit: unitText(clean(quantity.unit) ?? clean(quantity.code)) };
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A unit as people write it, where a sender has only UCUM's way: "10*9/L" → "10⁹/L", "mm[Hg]" → "mmHg", "1" → none. */
function unitText(unit: string | undefined): string | undefined {
  if (unit === undefined || unit === "1") return undefined;
  if (unit === "Cel") return "°C";
  return unit
    .replace(
      /10[*^](\d+)/g,
      (_, power: string) => `10${[...power].map((digit) => SUPERSCRIPTS[Number(digit)]).join("")}`,
    )
    .replace(/\[Hg\]/g, "Hg")
    .replace(/^\{([^{}]+)\}$/, "$1");
}

/** Names behind references of one facility: `Practitioner/1` → "BS. Trần Đức Anh". */
export type Names = ReadonlyMap<string, string>;

export const NO_NAMES: Names = new Map();

/** Who or what a reference is, in words: its display, else the facility's directory. */
export function referenceText(reference: Reference | undefined, names: Names): string | undefined {
  if (!reference) return undefined;
  return clean(reference.display) ?? (reference.reference ? names.get(reference.reference) : undefined);
}

export const referenceTexts = (references: (Reference | undefined)[] | undefined, names: Names): string[] => [
  ...new Set((references ?? []).flatMap((r) => referenceText(r, names) ?? [])),
];

/** A practitioner as they are addressed: prefix, then the name in Vietnamese order. */
export function staffName(name: HumanName | undefined): string | undefined {
  const text = name ? nameText(name) : undefined;
  if (!text || name?.text) return text;
  return [...(name?.prefix ?? []), text].join(" ");
}

export const noteTexts = (notes: { text?: string | undefined }[] | undefined): string[] =>
  (notes ?? []).flatMap((n) => clean(n.text) ?? []);
