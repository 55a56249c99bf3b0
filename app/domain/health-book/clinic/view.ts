import type { CommentView, Held, ResultView } from "../view.ts";

/** Short phrases people can learn; `repeat` says after how many weeks. */
export const phrases = ["normal", "repeat", "visit", "call"] as const;
export type Phrase = (typeof phrases)[number];

/** A result of the clinician's own facility, opened to be explained. */
export interface WaitingResult {
  id: string;
  result: ResultView;
  members: ResultView[];
  person: { name: string; birthYear: string | undefined };
  /** It is not shown to the person yet. */
  held: Held | undefined;
  comments: CommentView[];
}

export interface WaitingView {
  facility: string;
  /** Those already explained, to say something newer. */
  explained: boolean;
  waiting: WaitingResult[];
  /** More wait than one page shows. */
  more: boolean;
}
