import type { SourceId } from "./sources.ts";

/** What a test examines; a name without one means blood, as laboratories write it. */
export type Specimen = "blood" | "urine" | "stool" | "swab" | "other";

/** A test in one language: its name, what it measures, why it is done, what can change it without an illness. */
export interface TestWords {
  name: string;
  what: string;
  why: string;
  moves: string;
}

/** One test of the glossary. It holds no range: that is each laboratory's own. */
export interface KnownTest {
  id: string;
  /** Codes of LOINC (loinc.org); no code stands twice. */
  loinc: string[];
  /** As laboratories write it, any case and marks; each names this test alone. */
  names: string[];
  /** Names that mean it only where the specimen is said. */
  bare?: string[];
  specimen: Specimen;
  vi: TestWords;
  en: TestWords;
  /** Pages and guides it was checked against. */
  sources: { id: SourceId; title: string }[];
}

/** Tests people find together. */
export interface TestGroup {
  id: string;
  /** The day it was last compared with its sources. */
  checkedOn: string;
  tests: KnownTest[];
}

export const words = (name: string, what: string, why: string, moves: string): TestWords => ({
  name,
  what,
  why,
  moves,
});

interface Written extends Omit<KnownTest, "specimen" | "sources" | "loinc"> {
  loinc?: string[];
  specimen?: Specimen;
  /** The title of the page about it in MedlinePlus. */
  page: string;
}

/** A group with the guide of the ministry that describes how its tests are done. */
export const group = (id: string, guide: Exclude<SourceId, "medlineplus">, tests: Written[]): TestGroup => ({
  id,
  checkedOn: "2026-11-22",
  tests: tests.map(({ page, loinc = [], specimen = "blood", ...test }) => ({
    ...test,
    loinc,
    specimen,
    sources: [
      { id: "medlineplus", title: page },
      { id: guide, title: "" },
    ],
  })),
});
