import { foldName } from "#app/shared/names.ts";
import { testGroups } from "./index.ts";
import type { KnownTest } from "./known-test.ts";

/** The tests of each group whose name or abbreviation holds the words, whatever their marks and case. */
export function searchTests(words: string): { id: string; checkedOn: string; tests: KnownTest[] }[] {
  const wanted = foldName(words.slice(0, 100)).split(" ").filter(Boolean);
  const holds = (test: KnownTest) => {
    const text = foldName([...test.names, test.vi.name, test.en.name].join(" | "));
    return wanted.every((word) => text.includes(word));
  };
  return testGroups
    .map((group) => ({ ...group, tests: group.tests.filter(holds) }))
    .filter(({ tests }) => tests.length > 0);
}
