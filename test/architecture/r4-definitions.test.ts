import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { r4Types } from "#app/adapters/record-store/fhir-r4/definitions/types.ts";
import { definitionsFolder, makeDefinitions } from "#test/support/make-r4-definitions.ts";

test("what resources are checked by is what the script makes of the definitions of R4", () => {
  for (const [file, text] of Object.entries(makeDefinitions()))
    expect(fs.readFileSync(path.join(definitionsFolder, file), "utf8") === text, file).toBe(true);
});

test("all types of R4 are there, and small enough to be read at every start", () => {
  const resources = Object.entries(r4Types).filter(([, text]) => /^[DR] /.test(text));
  expect(resources.length).toBe(147);
  const size = fs
    .readdirSync(definitionsFolder)
    .reduce((n, f) => n + fs.statSync(path.join(definitionsFolder, f)).size, 0);
  expect(size).toBeLessThan(200_000);
});
