import type { BookSection } from "#app/domain/access/data-types.ts";
import type { BookPerson, ItemView, NoneStatement, ResultView } from "../view.ts";
import type { HistoryPart } from "./questions.ts";

/** A question of the form, or of another sender, with the newest answer and those before it. */
export interface AnswerView {
  question: string | undefined;
  answer: ResultView;
  earlier: ResultView[];
}

export interface HistoryPartView {
  part: HistoryPart;
  /** In the form's order; what the form does not ask comes last. */
  answers: AnswerView[];
  /** Allergies, illnesses, operations and so on of this part. */
  items: ItemView[];
  /** Facilities saying that there is none. */
  statements: (NoneStatement & { section: BookSection })[];
  /** Questions of the form that nobody answered, where others of the part were. */
  unsaid: string[];
  /** How many of a section are on its own page alone. */
  more: { section: BookSection; n: number } | undefined;
}

export interface HistoryView {
  person: BookPerson;
  parts: HistoryPartView[];
  /** All answers, which the list by time holds. */
  total: number;
  hiddenByYou: number;
  hiddenByRule: number;
  showingHidden: boolean;
  sources: { facility: string; lastReceivedAt: string }[];
}
