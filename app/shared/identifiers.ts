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
  | "other";

/** Compared without spaces, dots and case; never with fewer characters than were written. */
export const normaliseIdentifier = (value: string): string => value.replace(/[\s.]/g, "").toUpperCase();
