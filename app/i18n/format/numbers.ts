import type { Locale } from "../locale.ts";

/** A decimal point between digits, and not one of several as in a version or a date. */
const DECIMAL_POINT = /(?<![\d.])(\d+)\.(\d+)(?![\d.])/g;

/**
 * A number as the laboratory wrote it, with the language's decimal mark and every digit kept:
 * "5.40" → "5,40", "1.5–2.5" → "1,5–2,5". For values and amounts, not for running text.
 */
export function decimal(text: string, locale: Locale): string {
  return locale === "vi" ? text.replace(DECIMAL_POINT, "$1,$2") : text;
}

/** A count with its thousands apart: 1244 → "1.244" (vi), "1,244" (en). */
export function groupDigits(value: number, locale: Locale): string {
  if (!Number.isInteger(value)) return decimal(String(value), locale);
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, locale === "vi" ? "." : ",");
}

/** A size in bytes in words a person can compare: 3670016 → "3,5 MB". */
export function bytes(value: number, locale: Locale): string {
  if (value < 1_000) return `${value} B`;
  if (value < 1_000_000) return `${groupDigits(Math.round(value / 1_000), locale)} kB`;
  return `${decimal((value / 1_000_000).toFixed(1), locale)} MB`;
}
