import { LosslessNumber, parse as parseLossless } from "lossless-json";
import { DomainError } from "#app/shared/errors.ts";

/** A FHIR decimal keeps the digits it was sent with: 5.40 is not 5.4. */
export type Decimal = number | LosslessNumber;

/** FHIR itself nests about 20 deep; a Bundle of Questionnaires perhaps 50. */
export const MAX_DEPTH = 100;

/** A number whose digits JavaScript may not give back; may also match inside a text, which only costs time. */
const LONG_NUMBER = /[:[,]\s*(-?(?:\d+\.\d*0|0\.0{6}\d+|\d[\d.]*[eE][+-]?\d+|[\d.]{16,})|-0)(?=\s*[,}\]])/g;

/** Most long numbers come back as they are, and reading without the slower parser is worth the look. */
function losesDigits(text: string): boolean {
  for (const [, digits = ""] of text.matchAll(LONG_NUMBER)) if (String(Number(digits)) !== digits) return true;
  return false;
}

const keepDigits = (digits: string): Decimal => {
  const value = Number(digits);
  return String(value) === digits ? value : new LosslessNumber(digits);
};

/**
 * Parses FHIR JSON without losing a digit. Plain `JSON.parse` unless a number needs more.
 * @throws DomainError `invalid` (not JSON, nested too deep), never a RangeError.
 */
export function parseFhirJson(text: string): unknown {
  refuseDepth(text);
  try {
    return losesDigits(text) ? parseLossless(text, null, keepDigits) : JSON.parse(text);
  } catch (cause) {
    const at = /position (\d+)/.exec((cause as Error).message)?.[1];
    const where = at ? ` near character ${at}` : " at its end";
    throw new DomainError("invalid", "not-json", `The body is not JSON${where}.`, { cause });
  }
}

/** The inverse: digits come back as they were sent. */
export function stringifyFhirJson(value: unknown): string {
  return holdsLossless(value) ? written(value) : JSON.stringify(value);
}

/** By hand: the library's own writer takes five times as long as `JSON.stringify`. */
function written(value: unknown): string {
  if (value instanceof LosslessNumber) return value.toString();
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (value instanceof Date) return JSON.stringify(value);
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value) text += text ? `,${written(item)}` : written(item);
    return `[${text}]`;
  }
  for (const key of Object.keys(value)) {
    const item = (value as Record<string, unknown>)[key];
    if (item !== undefined) text += `${text ? "," : ""}${JSON.stringify(key)}:${written(item)}`;
  }
  return `{${text}}`;
}

/** Reads a stored resource; the database gives its text so that decimals keep their zeros. */
export function readStored<T>(text: string): T {
  return (losesDigits(text) ? parseLossless(text, null, keepDigits) : JSON.parse(text)) as T;
}

function holdsLossless(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (value instanceof LosslessNumber) return true;
  for (const key in value) if (holdsLossless((value as Record<string, unknown>)[key])) return true;
  return false;
}

function refuseDepth(text: string): void {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 34) i = endOfString(text, i);
    else if (c === 123 || c === 91) {
      if (++depth > MAX_DEPTH) {
        throw new DomainError(
          "invalid",
          "too-deep",
          `The body is nested more than ${MAX_DEPTH} levels deep, near character ${i}.`,
        );
      }
    } else if (c === 125 || c === 93) depth--;
  }
}

function endOfString(text: string, start: number): number {
  let end = start;
  do {
    end = text.indexOf('"', end + 1);
    if (end < 0) return text.length;
  } while (escaped(text, end));
  return end;
}

function escaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
  return slashes % 2 === 1;
}
