import type { ResultView } from "#app/domain/health-book/view.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { titleWords } from "../title-words.ts";

/** A question of the form in the reader's language; one of a list is named by its kind. `undefined` for any other. */
export function questionWords(question: string | undefined, t: Translate): string | undefined {
  const [field, kind] = question?.split(".") ?? [];
  return kind === undefined ? t.maybe("history.question", field) : t.maybe("history.kind", kind);
}

/** What an answer is to: the form's question, the relative, or the sender's own words. */
export const answerWords = (question: string | undefined, answer: ResultView, t: Translate): string =>
  questionWords(question, t) ?? titleWords(answer, t);
