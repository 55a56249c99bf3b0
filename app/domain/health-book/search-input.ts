import { type BookSection, bookSections } from "#app/domain/access/data-types.ts";
import { isId } from "#app/shared/ids.ts";
import { foldText } from "#app/shared/names.ts";

/** What somebody looks for in a book. Everything may be left out: then it is all of the book, newest first. */
export interface Search {
  /** As typed. */
  text: string;
  section: BookSection | undefined;
  facilityId: string | undefined;
  year: number | undefined;
  /** Only what came since the reader's visit before this one. */
  isNew: boolean;
  /** From 1. */
  page: number;
}

export const MOST_SEARCH_LETTERS = 100;
const MOST_WORDS = 8;

/** The search an address names; what is no section, facility or year counts as left out. */
export function searchOf(query: URLSearchParams, page: number): Search {
  const year = Number(query.get("year"));
  const facilityId = query.get("facility") ?? "";
  return {
    text: (query.get("q") ?? "").trim().slice(0, MOST_SEARCH_LETTERS),
    section: bookSections.find((one) => one === query.get("kind")),
    facilityId: isId(facilityId) ? facilityId : undefined,
    year: Number.isInteger(year) && year >= 1900 && year <= 2200 ? year : undefined,
    isNew: query.get("new") === "1",
    page,
  };
}

/** The words that all must be found, each from its beginning on: letters and digits alone, so none is a pattern. */
export const wordsOf = (text: string): string[] => foldText(text).split(" ").filter(Boolean).slice(0, MOST_WORDS);
