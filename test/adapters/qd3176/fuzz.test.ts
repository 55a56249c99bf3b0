import fs from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { TableName } from "#app/adapters/record-store/qd3176/package.ts";
import { readPackage } from "#app/adapters/record-store/qd3176/read-package.ts";
import { splitCases } from "#app/adapters/record-store/qd3176/split-cases.ts";
import { anyCase } from "#test/support/qd3176/arbitraries.ts";
import { mutated } from "#test/support/qd3176/mutated.ts";
import { type CaseTables, packageXml, type Row } from "#test/support/qd3176/package-xml.ts";
import { random } from "#test/support/random.ts";

/** `LONG_ROUNDS` asks for more. */
const ROUNDS = Number(process.env.LONG_ROUNDS ?? 2_000);
const forms = fc.constantFrom("base64", "inline", "cdata", "escaped");

const normal = (row: Row) =>
  Object.fromEntries(
    Object.entries(row)
      .map(([name, value]) => [name, value.trim().normalize("NFC")])
      .filter(([, value]) => value !== ""),
  );
const fieldsOf = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(readPackage(bytes).package?.tables ?? {}).map(([name, rows]) => [
      name,
      rows.map(({ fields }) => fields),
    ]),
  );

test("every field that carries a value is read", () => {
  fc.assert(
    fc.property(anyCase, forms, (tables, form) => {
      const expected = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(normal)]));
      expect(fieldsOf(packageXml(tables, { form }))).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});

test("the order of tables and fields does not matter", () => {
  const turned = (tables: CaseTables): CaseTables =>
    Object.fromEntries(
      Object.entries(tables)
        .reverse()
        .map(([name, rows]) => [
          name as TableName,
          rows.map((row) => Object.fromEntries(Object.entries(row).reverse())),
        ]),
    );
  const sorted = (bytes: Uint8Array) => {
    const { package: read, issues } = readPackage(bytes);
    return { ...read, issues: issues.map((issue) => JSON.stringify(issue)).sort() };
  };
  fc.assert(
    fc.property(anyCase, forms, (tables, form) => {
      expect(sorted(packageXml(turned(tables), { form }))).toEqual(sorted(packageXml(tables, { form })));
    }),
    { numRuns: 30 },
  );
});

test(`${ROUNDS} mutated packages end with a package or with what was wrong`, () => {
  const dice = random("qd3176 fuzzing");
  const folder = new URL("../../fixtures/qd3176/", import.meta.url);
  const samples = fs.readdirSync(folder).map((name) => fs.readFileSync(new URL(name, folder)));
  for (let n = 0; n < ROUNDS; n++) {
    for (const part of splitCases(mutated(dice.of(samples), dice))) {
      const { package: read, issues } = readPackage(part);
      const errors = issues.filter(({ severity }) => severity === "error");
      expect([read !== undefined || errors.length > 0, dice.seed, n]).toEqual([true, dice.seed, n]);
    }
  }
}, 900_000);
