/** Public sources the glossary was written from: named, never copied. Their titles are in the catalogue (`tests.source`). */
export const sourceIds = ["medlineplus", "byt-biochemistry", "byt-haematology", "byt-microbiology"] as const;

export type SourceId = (typeof sourceIds)[number];
