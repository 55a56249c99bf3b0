import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureOf, readMeasured } from "#app/domain/health-book/own/input.ts";
import { ownKinds, rulesOf } from "#app/domain/health-book/own/kinds.ts";
import { en } from "#app/i18n/en.ts";
import { vi } from "#app/i18n/vi.ts";

const NOW = new Date("2026-11-22T03:00:00Z");
const form = (fields: Record<string, string>) => readMeasured({ at: "2026-11-22T08:30", ...fields }, NOW);
const figures = ownKinds.flatMap((kind) => {
  const { units, second } = rulesOf[kind];
  return [
    ...units.map(({ figure, unit }) => [`${kind} ${unit}`, figure] as const),
    ...(second ? [[`${kind} second`, second] as const] : []),
  ];
});

describe.each(figures)("%s", (_name, figure) => {
  test("takes every figure that can be, with a comma or a point, and keeps its digits", () => {
    const scale = 10 ** figure.places;
    fc.assert(
      fc.property(
        fc.integer({ min: Math.ceil(figure.least * scale), max: figure.most * scale }),
        fc.constantFrom(",", "."),
        fc.constantFrom("", " "),
        (n, mark, space) => {
          const digits = (n / scale).toFixed(figure.places);
          expect(figureOf(`${space}${digits.replace(".", mark)}${space}`, figure)).toEqual({ value: digits });
        },
      ),
    );
  });

  test("refuses what cannot be, by its own sentence with the limits in it", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: figure.most + 1, max: 9_999 }), fc.constant(0)), (n) => {
        expect(figureOf(String(n), figure)).toEqual({ wrong: figure.outside });
      }),
    );
    for (const { form: words } of [vi, en])
      expect((words as Record<string, string>)[figure.outside]?.replaceAll(",", ".")).toContain(String(figure.most));
  });

  test("whatever is typed is a figure within the limits, or a code with its words", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9.,\- e+]{0,8}$/)), (typed) => {
        const read = figureOf(typed, figure);
        if ("value" in read) {
          expect(Number(read.value)).toBeGreaterThanOrEqual(figure.least);
          expect(Number(read.value)).toBeLessThanOrEqual(figure.most);
        } else expect(vi.form).toHaveProperty([read.wrong]);
      }),
    );
  });
});

describe("a form", () => {
  const pressure = { kind: "blood-pressure", "figure-1": "135", "figure-2": "85" };
  test("is a measurement in Vietnamese time", () =>
    expect(form(pressure)).toEqual({
      measured: {
        kind: "blood-pressure",
        value: "135",
        second: "85",
        unit: "mmHg",
        situation: undefined,
        at: new Date("2026-11-22T01:30:00Z"),
      },
    }));

  test.each([
    [{ kind: "mood" }, { kind: ["required"] }],
    [
      { ...pressure, "figure-1": "", "figure-2": "x" },
      { "figure-1": ["required"], "figure-2": ["not-a-number"] },
    ],
    [{ ...pressure, "figure-1": "85", "figure-2": "135" }, { "figure-2": ["upper-below-lower"] }],
    [{ ...pressure, "figure-1": "120.5" }, { "figure-1": ["whole-number"] }],
    [{ kind: "glucose", "figure-1": "126", unit: "mmol/L" }, { "figure-1": ["outside-glucose-mmol"] }],
    [{ kind: "glucose", "figure-1": "6", unit: "g/L" }, { unit: ["required"] }],
    [{ ...pressure, at: "2026-11-22T10:05" }, { at: ["future"] }],
    [{ ...pressure, at: "2026-02-30T10:05" }, { at: ["date-time"] }],
    [{ ...pressure, at: "" }, { at: ["required"] }],
    [{ ...pressure, at: "0001-01-01T00:00" }, { at: ["date-time"] }],
  ])("%j is told what is wrong", (fields, errors) => expect(form(fields)).toEqual({ errors }));
});
