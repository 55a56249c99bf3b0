import type { CardsView, PlaceView } from "../insurance/view.ts";
import type { BookPerson, SignatureView, Source } from "../view.ts";

export type PaperKind = "referral" | "re-examination";

/** The rule that says how long. */
export type RuleSource = "circular-01-2025" | "circular-01-2025-article-11";

/** How long a paper is good. Days are 'YYYY-MM-DD'; `source` is the rule. */
export type PaperValidity =
  | { is: "good" | "if-listed" | "today" | "ahead" | "passed"; until: string; source: RuleSource }
  | { is: "no-day"; source: RuleSource };

/** A paper that a counter asks for, with no word of what is clinical in it. */
export interface PaperView {
  id: string;
  kind: PaperKind;
  /** The number on it. */
  number: string | undefined;
  issued: string | undefined;
  from: Source;
  /** Where a referral leads. */
  to: PlaceView | undefined;
  validity: PaperValidity;
  signature: SignatureView;
  visitId: string | undefined;
}

export interface PapersView extends CardsView {
  person: BookPerson;
  papers: PaperView[];
  /** Papers of these kinds that are good no longer. */
  over: number;
  /** The decision leaves documents out: nothing is said of them. */
  papersClosed: boolean;
  /** Where somebody may have been asked for paper. */
  facilities: { id: string; name: string }[];
}
