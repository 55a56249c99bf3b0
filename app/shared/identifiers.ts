declare const brand: unique symbol;

/** A 12-digit personal identification number (số định danh cá nhân). It has no checksum; do not invent one. */
export type PersonalNumber = string & { readonly [brand]: "PersonalNumber" };

const PERSONAL_NUMBER = /^\d{12}$/;

/** The number with its spaces and dots removed, or `undefined` when it is not 12 digits. */
export function personalNumber(text: string): PersonalNumber | undefined {
  const compact = text.replace(/[\s.]/g, "");
  return PERSONAL_NUMBER.test(compact) ? (compact as PersonalNumber) : undefined;
}

export type IdentifierKind =
  | "personal_number"
  | "old_id_card"
  | "passport"
  | "insurance_card"
  | "facility_patient_number"
  | "oidc_subject"
  /** Given until the real one comes (`MA_THE_TAM`, `use: temp`); good at its facility alone, and never alone. */
  | "temporary_card"
  | "other";

/** Compared without spaces, dots and case; never with fewer characters than were written. */
export const normaliseIdentifier = (value: string): string => value.replace(/[\s.]/g, "").toUpperCase();

const WORDS_FOR_NONE =
  /^(?:KH?O?N?G?(?:CO|RO|XACDINH)|K|KO|KHONG|CHUACO|CHUARO|NONE|NULL|NIL|NA|N\/A|UNKNOWN|XXX+|TEMP|TAM)$/;
const RUNS = "01234567890123456789";

/**
 * Is this what systems write where there is no number: "KHÔNG CÓ", one character over and over, counted
 * digits, a newborn's card of noughts? Such a value identifies nobody.
 */
export function isPlaceholder(value: string): boolean {
  const text = normaliseIdentifier(value)
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/Đ/g, "D")
    .replace(/[-_*?]/g, "");
  if (text === "" || WORDS_FOR_NONE.test(text)) return true;
  if (text.length >= 4 && /^(.)\1*$/.test(text)) return true;
  if (/^[A-Z]{2}\d{3}(?:KT)?0+$/.test(text)) return true;
  return /^\d{9,12}$/.test(text) && (RUNS.startsWith(text) || RUNS.slice(1).startsWith(text));
}

/** A newborn's card before the real one: TE1, province, KT. */
export const isTemporaryCard = (value: string): boolean => /^TE1\d{2}KT/.test(normaliseIdentifier(value));
