import type { BookSection } from "#app/domain/access/data-types.ts";
import type { ItemView, NoneStatement } from "./view.ts";

/** Sections of the International Patient Summary 2.0.1 that the book can fill, in its order. */
export const summaryParts = [
  "problems",
  "allergies",
  "medications",
  "immunizations",
  "results",
  "procedures",
  "devices",
  "vital-signs",
  "social-history",
  "alerts",
  "past-problems",
  "pregnancy",
  "plan-of-care",
] as const;

export type SummaryPart = (typeof summaryParts)[number];

/** One section of the summary, for its narrative. */
export interface SummaryPartView {
  part: SummaryPart;
  /** The section of the book it comes from. */
  section: BookSection;
  items: ItemView[];
  /** What facilities say there is none of. */
  statements: NoneStatement[];
  /** There are others of this section in the book, which the summary's rule leaves out. */
  others: boolean;
}
