import crypto from "node:crypto";
import { localDay } from "#app/shared/dates.ts";

/** Letters and digits that cannot be taken for each other on the phone or on paper, and spell no words. */
const SIGNS = "23456789BCDFGHJKMNPQRTVWXYZ";
const FORM = new RegExp(`^YC-?(\\d{2})-?([${SIGNS}]{4})-?([${SIGNS}]{2})$`);

const sign = (): string => SIGNS.charAt(crypto.randomInt(SIGNS.length));
const signs = (n: number): string => Array.from({ length: n }, sign).join("");

/** A new number for a report, e.g. YC-26-7K3M-Q9: the year, and six random signs. Unique once the store has taken it. */
export const newReference = (now: Date): string => `YC-${localDay(now).slice(2, 4)}-${signs(4)}-${signs(2)}`;

/** A number as somebody writes it, in the form it is kept in; `undefined` when it cannot be one. */
export function readReference(text: string): string | undefined {
  const [, year, four, two] = FORM.exec(text.replace(/\s+/g, "").toUpperCase()) ?? [];
  return year && `YC-${year}-${four}-${two}`;
}
