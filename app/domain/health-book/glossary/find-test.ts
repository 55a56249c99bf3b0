import { LOINC } from "#app/adapters/record-store/fhir-r4/systems.ts";
import { foldName } from "#app/shared/names.ts";
import { testGroups } from "./index.ts";
import type { KnownTest, Specimen } from "./known-test.ts";
import { readTestName } from "./test-name.ts";

/** A result as far as it can be told which test it is of. */
export interface TestAsked {
  codings: { system?: string | undefined; code?: string | undefined }[];
  /** What the sender calls it: the text of its code, displays, code texts. */
  names: string[];
  /** Where the specimen may be said: the specimen itself, the report it stands in. */
  beside?: string[];
  /** Its value is a figure with a unit, and not a word such as "negative". */
  figure: boolean;
}

const tests = testGroups.flatMap((group) => group.tests);
const byLoinc = new Map(tests.flatMap((test) => test.loinc.map((code) => [code, test] as const)));

/** Folded name → the tests it may mean; under a specimen also by the names that need one. */
const byName = new Map<string, Set<KnownTest>>();
const keyOf = (name: string, specimen: Specimen | undefined) => `${specimen ?? ""}|${name}`;
const put = (name: string, specimen: Specimen | undefined, test: KnownTest) => {
  const key = keyOf(foldName(name), specimen);
  byName.set(key, (byName.get(key) ?? new Set()).add(test));
};
for (const test of tests) {
  for (const name of [...test.names, test.vi.name, test.en.name]) {
    put(name, undefined, test);
    put(name, test.specimen, test);
  }
  for (const name of test.bare ?? []) put(name, test.specimen, test);
}

/** Names that stand on a urine strip too: without a specimen only a figure makes them blood. */
const shared = new Set(tests.flatMap((test) => (test.bare ?? []).map(foldName)));

/**
 * The test of the glossary that a result is of, by its LOINC code or else by the name alone. It never guesses: a code
 * the glossary does not have, a name that two tests go by, or two names that disagree give none.
 */
export function findTest(asked: TestAsked): KnownTest | undefined {
  const codes = asked.codings.flatMap(({ system, code }) => (system === LOINC && code ? [code] : []));
  if (codes.length > 0) return onlyOne(new Set(codes.map((code) => byLoinc.get(code))));
  const beside = onlyOne(new Set((asked.beside ?? []).flatMap((text) => readTestName(text).specimen ?? [])));
  const found = asked.names.map((name) => named(name, beside, asked.figure)).filter((set) => set.size > 0);
  const [first, ...others] = found;
  return first && onlyOne(others.reduce(inBoth, first));
}

function named(text: string, beside: Specimen | undefined, figure: boolean): Set<KnownTest> {
  const { whole, stripped, core, inside, specimen = beside } = readTestName(text);
  const look = (name: string) => byName.get(keyOf(name, specimen)) ?? new Set<KnownTest>();
  const exact = [whole, stripped].map(look).find((set) => set.size > 0) ?? new Set<KnownTest>();
  const outer = exact.size > 0 ? exact : look(core);
  if (!specimen && !figure && [whole, stripped, core].some((name) => shared.has(name))) return new Set();
  if (exact.size > 0 || inside.length === 0) return outer;
  const inner = inside.map(look);
  // A word in brackets that nobody knows may say what sort it is: "Canxi (ion hóa)" is not calcium as such.
  return inner.some((set) => set.size === 0) ? new Set() : inner.reduce(inBoth, outer);
}

const inBoth = <T>(a: Set<T>, b: Set<T>): Set<T> => new Set([...a].filter((one) => b.has(one)));

const onlyOne = <T>(set: Set<T>): T | undefined => (set.size === 1 ? [...set][0] : undefined);

/** By its id, for a page of its own. */
export const testById = (id: string): KnownTest | undefined => tests.find((test) => test.id === id);
