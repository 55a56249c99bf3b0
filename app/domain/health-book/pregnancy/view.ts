import type {
  BookPerson,
  ConditionView,
  DocumentView,
  ItemView,
  ResultView,
  Source,
  VisitView,
  When,
} from "../view.ts";
import type { Week } from "./week-of.ts";

/** A day on which a source expects the birth, and how far along that makes it today. */
export interface ExpectedView {
  id: string;
  day: When;
  /** In the source's words: by what. */
  by: string | undefined;
  source: Source;
  when: When | undefined;
  week: Week | undefined;
}

/** One pregnancy as one source has it, with what that source's own links make part of it. */
export interface PregnancyCase {
  item: ConditionView;
  /** `current`: said to go on. `ended`: said to be over, or a birth was told after it began. `not-told`: nobody says. */
  state: "current" | "ended" | "not-told";
  expected: ExpectedView[];
  /** How old it was on a day, as the source measured or reckoned it. */
  ages: ResultView[];
  visits: VisitView[];
  results: ResultView[];
  documents: DocumentView[];
  /** More results than stand here; each visit has all of its own. */
  moreResults: number;
}

export interface PregnancyPageView {
  person: BookPerson;
  current: PregnancyCase[];
  past: PregnancyCase[];
  /** Days of birth that no pregnancy of a source is linked to. */
  expected: ExpectedView[];
  /** What is about a pregnancy and linked to none: by date. */
  loose: ItemView[];
  hiddenByYou: number;
  hiddenByRule: number;
  showingHidden: boolean;
}
