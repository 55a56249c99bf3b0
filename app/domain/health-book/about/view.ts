import type { CardsView } from "../insurance/view.ts";
import type { BookPerson } from "../view.ts";

/** Administrative data, in the order of Decision 31/QĐ-BYT (2026), group 1. */
export const aboutFields = [
  "name",
  "birth",
  "sex",
  "ethnicity",
  "nationality",
  "occupation",
  "personal-number",
  "other-number",
  "phone",
  "email",
  "address",
  "contact",
] as const;

export type AboutField = (typeof aboutFields)[number];

/** Who says it, and when it came. */
export type AboutSource = { kind: "facility"; facility: string; at: string } | { kind: "digital-id"; at: string };

export interface AboutValue {
  text: string;
  /** Of a birth date: the days it may mean. */
  birth?: { low: string; high: string } | undefined;
  sources: AboutSource[];
}

export interface AboutFact {
  field: AboutField;
  /** What was told, the value most sources agree on first; nothing is merged away. */
  values: AboutValue[];
  /** They cannot all be right. */
  differ: boolean;
}

export interface AboutView extends CardsView {
  person: BookPerson;
  facts: AboutFact[];
  /** What nobody has sent. */
  missing: AboutField[];
}
