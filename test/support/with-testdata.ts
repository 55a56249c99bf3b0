import { describe, expect, test } from "vitest";
import { haveTestdata, testdataFolder } from "./testdata.ts";

/** Tests that need the folder. Where it is absent they are skipped by name, and one line says so. */
export function describeWithTestdata(title: string, tests: () => void): void {
  if (haveTestdata) {
    describe(title, tests);
    return;
  }
  const why = `${title} – skipped: there is no test data in ${testdataFolder}, see TESTDATA_DIR`;
  process.stderr.write(`${why}\n`);
  describe.runIf(haveTestdata)(why, () => {
    test("every test of it", () => expect(haveTestdata).toBe(true));
  });
}
