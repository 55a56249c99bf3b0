import type { FaultCode } from "#app/adapters/insurance/fault.ts";
import type { Source } from "../view.ts";
import type { Benefit, Verdict } from "./rules.ts";

/** A facility of first registration: its code always, its name where the register has it. */
export interface PlaceView {
  code: string;
  name: string | undefined;
}

/** What the insurer last said of a card. */
export interface CardAnswerView {
  /** The insurer's own code. */
  code: string;
  /** What it means today. */
  verdict: Verdict;
  answeredAt: string;
  /** Days, 'YYYY-MM-DD'. */
  validFrom: string | undefined;
  validTo: string | undefined;
  place: PlaceView | undefined;
  fiveYears: string | undefined;
  /** The card in force, in its boxes, where another one was asked about. */
  newNumber: string[] | undefined;
}

/** What a facility sent about a card. */
export interface CardSaidView {
  source: Source;
  validFrom: string | undefined;
  validTo: string | undefined;
  place: PlaceView | undefined;
}

export interface CardView {
  /** By which it is asked about; it leads to no number without the store. */
  id: string;
  kind: "card" | "personal-number";
  /** The number in the boxes of the card. */
  number: string[];
  benefit: Benefit | undefined;
  said: CardSaidView[];
  answer: CardAnswerView | undefined;
  /** The last question found nobody; what is shown is older. */
  failed: { at: string; why: FaultCode | "unknown" } | undefined;
  /** Asked moments ago, and no answer yet. */
  asking: boolean;
}

export interface CardsView {
  cards: CardView[];
  /** Why nobody may ask here and now; absent where they may. */
  closed?: "no-gateway" | "only-looking" | undefined;
}
