/** A result that came within so many days is folded, for readers who want it so, until a clinician has explained it. */
export const foldDays = 14;

/** What was taken longer ago than this is no news, though it came today: a hospital sends its old years at once. */
export const foldAfterDays = 60;
