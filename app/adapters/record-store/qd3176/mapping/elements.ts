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

/**
 * An amount of something; `undefined` when it is no number or below nothing (what was given back). The three places of
 * `SO_LUONG` are its notation, and "30,000 viên" would be read as thousands.
 */
export function quantity(value: string | undefined, unit: string | undefined) {
  const digits = decimalOf(value)
    ?.replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
  return digits === undefined || digits.startsWith("-") ? undefined : { value: decimal(digits), unit };
}

/** An amount of đồng with its digits as sent; `undefined` when it is no number. */
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
  return filledObject({ resourceType, id, ...elements }) as RawResource & { id: string };
}

/** A copy, for what several resources share must not change in one of them. Plain loops: this is most of the work. */
function filled(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value ?? undefined;
  if (value instanceof LosslessNumber) return value;
  return Array.isArray(value) ? filledList(value) : filledObject(value as Record<string, unknown>);
}

function filledList(list: unknown[]): unknown[] | undefined {
  const items: unknown[] = [];
  for (const item of list) {
    const one = filled(item);
    if (one !== undefined) items.push(one);
  }
  return items.length > 0 ? items : undefined;
}

function filledObject(from: Record<string, unknown>): Record<string, unknown> | undefined {
  let kept: Record<string, unknown> | undefined;
  for (const key in from) {
    const one = filled(from[key]);
    if (one === undefined) continue;
    kept ??= {};
    kept[key] = one;
  }
  return kept;
}
