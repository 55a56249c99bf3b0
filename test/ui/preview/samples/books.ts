import { type BookSection, bookSections } from "#app/domain/access/data-types.ts";
import type { BookPerson, BookView, ItemOf, SectionPageView, SectionView } from "#app/domain/health-book/view.ts";
import { hospital, onDay, personOf, station } from "./base.ts";
import * as extreme from "./extreme.ts";
import * as lan from "./lan.ts";

export function sectionOf<S extends BookSection>(
  section: S,
  items: ItemOf[S][],
  more: Partial<SectionView<S>> = {},
): SectionView<S> {
  return {
    section,
    items,
    total: items.length,
    empty: undefined,
    statements: [],
    cut: false,
    hiddenByYou: 0,
    hiddenByRule: 0,
    feeds: undefined,
    ...more,
  };
}

export const sources = [
  { facility: "BV Đa khoa Kinh Bắc", lastReceivedAt: "2026-11-22T05:40:00+07:00" },
  { facility: "PK An Bình", lastReceivedAt: "2026-11-20T18:12:00+07:00" },
  { facility: "Trạm Y tế Tam Giang", lastReceivedAt: "2026-11-16T07:30:00+07:00" },
];

const totalsOf = (counts: Partial<Record<BookSection, number>>): Record<BookSection, number> => {
  const totals = Object.fromEntries(bookSections.map((s) => [s, counts[s] ?? 0]));
  return totals as Record<BookSection, number>;
};

export const full: BookView = {
  person: personOf("lan"),
  allergies: sectionOf("allergies", lan.allergies),
  medicines: sectionOf("medicines", lan.medicines, { total: 5 }),
  conditions: sectionOf("conditions", lan.conditions),
  results: sectionOf("results", lan.results, { total: 212, hiddenByYou: 1 }),
  visits: sectionOf("visits", lan.visits, { total: 34 }),
  vaccinations: sectionOf("vaccinations", lan.vaccinations),
  nextSteps: sectionOf("next-steps", lan.nextSteps),
  totals: totalsOf({
    allergies: 2,
    medicines: 5,
    conditions: 3,
    results: 212,
    visits: 34,
    vaccinations: 2,
    procedures: 2,
    documents: 2,
    "next-steps": 2,
  }),
  sources,
  news: undefined,
  needs: [],
  showingHidden: false,
};

/** The same book through the eyes of a son: nothing tells whether something is hidden. */
export const forProxy: BookView = {
  ...full,
  person: personOf("lan", false),
  results: { ...full.results, hiddenByYou: 0 },
};

const nothing = { empty: "nothing-received" as const };

export const empty: BookView = {
  person: personOf("yen"),
  allergies: sectionOf("allergies", [], nothing),
  medicines: sectionOf("medicines", [], nothing),
  conditions: sectionOf("conditions", [], nothing),
  results: sectionOf("results", [], nothing),
  visits: sectionOf("visits", [], nothing),
  vaccinations: sectionOf("vaccinations", [], nothing),
  nextSteps: sectionOf("next-steps", [], nothing),
  totals: totalsOf({}),
  sources: [],
  news: undefined,
  needs: [],
  showingHidden: false,
};

/** All four empties in one book. */
export const fourEmpties: BookView = {
  ...empty,
  person: personOf("mai"),
  allergies: sectionOf("allergies", [], {
    empty: "none-recorded",
    statements: [
      {
        says: "none-known",
        scope: "medication",
        text: "No known drug allergy",
        when: onDay("2026-06-12"),
        source: hospital,
      },
    ],
  }),
  medicines: sectionOf("medicines", [], {
    empty: "none-recorded",
    statements: [{ says: "not-asked", scope: undefined, text: undefined, when: undefined, source: station }],
  }),
  conditions: sectionOf("conditions", [], { empty: "hidden-by-you", hiddenByYou: 1 }),
  results: sectionOf("results", [], { empty: "hidden-by-rule", hiddenByRule: 1 }),
  visits: sectionOf("visits", [], { empty: "none-recorded" }),
  sources: sources.slice(0, 1),
  totals: totalsOf({ documents: 1 }),
};

export const extremeBook: BookView = {
  ...full,
  person: extreme.person,
  allergies: sectionOf("allergies", extreme.allergies),
  medicines: sectionOf("medicines", extreme.medicines, { total: 88 }),
  conditions: sectionOf("conditions", extreme.conditions, { total: 61 }),
  results: sectionOf("results", extreme.results, { total: 893 }),
  visits: sectionOf("visits", extreme.visits, { total: 112 }),
  vaccinations: sectionOf("vaccinations", extreme.vaccinations, { total: 19 }),
  nextSteps: sectionOf("next-steps", extreme.nextSteps, { total: 12 }),
  totals: totalsOf({
    allergies: 4,
    medicines: 88,
    conditions: 61,
    results: 893,
    visits: 112,
    vaccinations: 19,
    procedures: 41,
    documents: 14,
    "next-steps": 12,
  }),
  showingHidden: true,
};

export function sectionPage<S extends BookSection>(
  section: S,
  items: ItemOf[S][],
  more: Partial<SectionPageView<S>> & { person?: BookPerson } = {},
): SectionPageView<S> {
  return {
    ...sectionOf(section, items),
    person: personOf("lan"),
    page: 1,
    pages: 1,
    showingHidden: false,
    sources,
    ...more,
  };
}
