/** What a hospital's system can be made to send, in the order of the form. */
export const kinds = [
  "visit",
  "correction",
  "prescription",
  "replay",
  "other-birth-date",
  "broken",
  "unknown-patient",
] as const;

export type Kind = (typeof kinds)[number];

export const isKind = (text: string | undefined): text is Kind => kinds.some((kind) => kind === text);
