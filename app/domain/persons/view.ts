import type { Agreement } from "./rules.ts";

/** Identity as operators see it: sorted into books, never a word of anybody's health. */

export interface IdentifierView {
  id: string;
  kind: string;
  /** Masked but for its end, until an operator asks to see it, which is logged. */
  value: string;
  facility: string | undefined;
  source: string;
  since: string;
  until: string | undefined;
}

export interface PersonFactsView {
  id: string;
  names: string[];
  birth: { low: string; high: string } | undefined;
  sex: "male" | "female" | "unknown";
  deceased: boolean;
}

/** How much there is of one person at one facility, by section of the book. */
export interface PersonCountView {
  facility: string;
  section: string;
  entries: number;
}

export interface MemberView extends PersonFactsView {
  /** The root, or merged into it. */
  root: boolean;
  mergedAt: string | undefined;
  identifiers: IdentifierView[];
  counts: PersonCountView[];
}

export interface PersonView extends PersonFactsView {
  /** The cluster, the root first. */
  members: MemberView[];
  links: { personId: string; name: string | undefined; is: "mother" | "child"; since: string }[];
  /** Deliveries that are to be read again after an un-merge. */
  rereading: number;
}

/** Two persons side by side before they are merged. */
export interface MergePreviewView {
  person: PersonView;
  into: PersonView;
  agreement: { name: Agreement; birth: Agreement; sex: Agreement };
}
