/** What is written down in a day, changes among it; a person with a pump's meter measures thirty times. */
export const MOST_A_DAY = 100;

/** Versions of one measurement; the table's own limit is the same. */
export const MOST_VERSIONS = 50;

/** Of one person. Twenty years of three a day; who has more is told so. */
export const MOST_KEPT = 20_000;
