import { LosslessNumber } from "lossless-json";
import type { RawResource } from "../../fhir-r4/bundle.ts";
import type { Decimal } from "../../fhir-r4/json.ts";
import { decimalOf } from "../values.ts";
import { DATA_ABSENT_EXTENSION, listOf3176 } from "./code-systems.ts";

interface Coding {
  system: string;
  code: string;
  display?: string | undefined;
}

export interface Concept {
  coding?: Coding[] | undefined;
  text?: string | undefined;
}

/** A coding, or none when there is no code. A FHIR code has single spaces inside and none around. */
export function coding(system: string, code: string | undefined, display?: string): Coding[] {
  const clean = code?.trim().replace(/\s+/g, " ");
  return clean ? [{ system, code: clean, display }] : [];
}

export function concept(codings: Coding[], text?: string | undefined): Concept | undefined {
  return codings.length > 0 || text ? { coding: codings, text } : undefined;
}

/** A decimal with the digits it was sent with: "1.50" stays 1.50. */
export function decimal(digits: string): Decimal {
  const value = Number(digits);
  return String(value) === digits ? value : new LosslessNumber(digits);
}

/** An amount as sent; `undefined` when it is no number. */
export function quantity(value: string | undefined, unit: string | undefined) {
  const digits = decimalOf(value);
  return digits === undefined ? undefined : { value: decimal(digits), unit };
}

export function money(value: string | undefined) {
  const digits = decimalOf(value);
  return digits === undefined ? undefined : { value: decimal(digits), currency: "VND" };
}

/** FHIR asks for the element, and the package does not say it. */
export const NOT_SAID = { extension: [{ url: DATA_ABSENT_EXTENSION, valueCode: "unknown" }] };

/** A field kept beside the FHIR elements, for what FHIR has none. */
export const extension = (field: string, value: string | undefined) =>
  value ? [{ url: listOf3176(field), valueString: value }] : [];

/** Base64 of a UTF-8 text, as an Attachment carries it. */
export const textAttachment = (title: string, text: string | undefined) => ({
  contentType: "text/plain; charset=utf-8",
  language: "vi",
  title,
  data: text ? Buffer.from(text, "utf8").toString("base64") : undefined,
});

/** Builds a resource: what is undefined or empty is left out, at any depth. */
export function resource(
  resourceType: string,
  id: string,
  elements: Record<string, unknown>,
): RawResource & { id: string } {
  return { resourceType, id, ...(filled(elements) as Record<string, unknown> | undefined) };
}

function filled(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value ?? undefined;
  if (value instanceof LosslessNumber) return value;
  if (Array.isArray(value)) {
    const items = value.flatMap((item) => filled(item) ?? []);
    return items.length > 0 ? items : undefined;
  }
  const kept: Record<string, unknown> = {};
  let some = false;
  for (const [key, item] of Object.entries(value)) {
    const one = filled(item);
    if (one === undefined) continue;
    kept[key] = one;
    some = true;
  }
  return some ? kept : undefined;
}
