import { localDay } from "./dates.ts";

/** Letters and digits that cannot be taken for each other on the phone or on paper, and spell no words. */
const SIGNS = "23456789BCDFGHJKMNPQRTVWXYZ";

/** Bytes above the last whole round of signs are drawn again, or some would come more often. */
const FAIR = 256 - (256 % SIGNS.length);

function sign(): string {
  const [byte = 0] = globalThis.crypto.getRandomValues(new Uint8Array(1));
  return byte < FAIR ? SIGNS.charAt(byte % SIGNS.length) : sign();
}

const signs = (n: number): string => Array.from({ length: n }, sign).join("");

export interface References {
  /** A new number, e.g. YC-26-7K3M-Q9: the year, and six random signs. Unique once the store has taken it. */
  make(now: Date): string;
  /** A number as somebody writes it, in the form it is kept in; `undefined` when it cannot be one. */
  read(text: string): string | undefined;
}

/** Numbers that people read out on the phone, all beginning with the same two letters. */
export function references(prefix: string): References {
  const form = new RegExp(`^${prefix}-?(\\d{2})-?([${SIGNS}]{4})-?([${SIGNS}]{2})$`);
  return {
    make: (now) => `${prefix}-${localDay(now).slice(2, 4)}-${signs(4)}-${signs(2)}`,
    read: (text) => {
      const [, year, four, two] = form.exec(text.replace(/\s+/g, "").toUpperCase()) ?? [];
      return year && `${prefix}-${year}-${four}-${two}`;
    },
  };
}
