import { bookSections } from "#app/domain/access/data-types.ts";
import { at, type Scene } from "../scene.ts";
import type { Visitor } from "../visitor.ts";
import { lan, lanLater } from "../who.ts";

const pick =
  (list: string, words: RegExp, nth = 0): Scene["open"] =>
  (visitor: Visitor) =>
    visitor.pick(list, words, nth);

const picked = (id: string, title: string, list: string, words: RegExp, nth?: number): Scene => ({
  id,
  title,
  who: lan,
  open: pick(list, words, nth),
});

/** A full book: three facilities, eighteen months, a hidden visit. */
export const lanScenes: Scene[] = [
  at(lan, "book", "The book", "/book"),
  at(lan, "book-hidden-shown", "The book, with what she has hidden", "/book?hidden=show"),
  at(lan, "book-print", "The book on paper", "/book", { print: true }),
  ...bookSections.map((section) => at(lan, `section-${section}`, `Section: ${section}`, `/book/${section}`)),
  at(lan, "own", "What she measures herself", "/book/measurements"),
  at(lan, "own-print", "What she measures herself, on paper", "/book/measurements", { print: true }),
  at(lan, "own-kind", "Her blood pressure, all of it", "/book/measurements?kind=blood-pressure"),
  at(lan, "own-new", "Writing down: what", "/book/measurements/new"),
  at(lan, "own-new-pressure", "Writing down blood pressure", "/book/measurements/new?kind=blood-pressure"),
  {
    id: "own-new-wrong",
    title: "Blood sugar in the wrong unit",
    who: lan,
    open: async (visitor) => {
      await visitor.go("/book/measurements/new?kind=glucose");
      await visitor.page.fill("#figure-1", "126");
      await visitor.press("main form button");
    },
  },
  picked("own-changed", "A weight that was mistyped", "/book/measurements?kind=weight", /./),
  at(lan, "own-found", "Found by its name", "/book/search?q=huyet%20ap"),
  at(lan, "history-in-time", "What was told, by time", "/book/history/all"),
  at(lan, "results-imaging", "Results: imaging alone", "/book/results?kind=imaging"),
  at(lan, "results-page-2", "Results, second page", "/book/results?page=2"),
  at(lan, "visits-hidden-shown", "Visits, with the hidden one", "/book/visits?hidden=show"),
  picked("visit-outpatient", "A visit at the hospital", "/book/visits", /Khám bệnh ngoại trú.*Đái tháo đường/s),
  picked("visit-inpatient", "A stay", "/book/visits", /Nằm viện|Điều trị nội trú/),
  picked("visit-vaccination", "A vaccination visit", "/book/visits", /Tiêm chủng/),
  picked("visit-hidden", "The visit she has hidden", "/book/visits?hidden=show", /Bạn đã ẩn/),
  picked("result-report", "A report with its members", "/book/results", /Sinh hóa máu/),
  picked("result-panel", "A panel without a conclusion", "/book/results", /Bộ mỡ máu/),
  picked("result-value", "A value above the range", "/book/results", /^HbA1c/),
  picked("result-components", "Blood pressure", "/book/results", /^Huyết áp/),
  picked("result-imaging", "Imaging", "/book/results?page=2", /Chụp đáy mắt/),
  picked("result-survey", "A questionnaire", "/book/results", /PSQI/),
  { ...picked("result-print", "A report on paper", "/book/results", /Sinh hóa máu/), print: true },
  {
    id: "versions",
    title: "A result that was corrected, with what it said before",
    who: lan,
    open: async (visitor) => {
      await visitor.go("/book/results");
      await visitor.press('a[href^="/book/versions/"]');
    },
  },
  at(lan, "papers", "Papers for a visit", "/book/papers"),
  at(lan, "papers-print", "Papers for a visit, on paper", "/book/papers", { print: true }),
  at(lan, "about", "Who she is, and her insurance card", "/book/about"),
  {
    id: "about-asked",
    title: "Her card, answered by the insurer",
    who: lan,
    open: async (visitor) => {
      await visitor.go("/book/about");
      await visitor.press("#card form button");
    },
  },
  at(lan, "search", "Searching the book", "/book/search?q=duong%20huyet"),
  at(lan, "search-narrowed", "Searching, narrowed", "/book/search?kind=medicines&year=2026"),
  at(lan, "search-none", "Nothing found", "/book/search?q=khong%20co"),
  at(lan, "sources", "Which hospitals have sent", "/book/sources"),
  at(lan, "newest", "Hiding new results", "/book/newest"),
  at(lan, "copy", "The whole book as a PDF", "/book/export/pdf"),
  at(lan, "missing", "Why is it not here: choose", "/book/sources/why"),
  {
    id: "missing-late",
    title: "Why is it not here: late",
    who: lan,
    open: async (visitor) => {
      await visitor.go("/book/sources/why");
      await visitor.page.selectOption("#facility", { index: 1 });
      await visitor.page.selectOption("#kind", "imaging");
      await visitor.press("main form.form button");
    },
  },
  at(lan, "people", "Whose book", "/people"),
  at(lan, "sessions", "Where she is signed in", "/privacy/sessions"),
  at(lan, "lock", "Locking her book", "/privacy/lock"),
  at(lan, "confirm", "Asked again who she is", "/sign-in/confirm?for=export&returnTo=/book/export"),
  at(
    lan,
    "confirm-refused",
    "Confirmed with another account",
    "/sign-in/confirm?for=unhide&reason=step-up-other-person",
  ),
  at(lan, "accounts", "Accounts she signs in with", "/privacy/accounts"),
  at(lan, "notice", "The notice, read", "/privacy/notice"),
  at(lan, "book-not-found", "A visit that is not in the book", "/book/visits/0190b8a0-0000-7000-8000-000000000000", {
    status: 404,
  }),
  {
    id: "menu",
    title: "The account's menu",
    who: lan,
    open: async (visitor) => {
      await visitor.go("/book/allergies");
      await visitor.page.locator("details.menu > summary").click();
    },
  },
];

/** Last, so that there is something to see. */
export const logScenes: Scene[] = [
  at(lanLater, "log", "Who looked", "/privacy"),
  {
    id: "log-unfolded",
    title: "Who looked, unfolded",
    who: lanLater,
    open: async (visitor) => {
      await visitor.go("/privacy");
      for (const fold of await visitor.page.locator("main details:not([open]) > summary").all()) await fold.click();
    },
  },
];
