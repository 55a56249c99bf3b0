import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Observation } from "#app/adapters/record-store/fhir-r4/resources/results.ts";
import { listOf3176 } from "#app/adapters/record-store/qd3176/mapping/code-systems.ts";
import { mapResult } from "#app/domain/health-book/internal/map-result.ts";
import { trendOf } from "#app/domain/health-book/internal/trend/trend-of.ts";
import { factorBetween } from "#app/domain/health-book/internal/trend/units.ts";

const loinc = (code: string, text: string) => ({ coding: [{ system: "http://loinc.org", code }], text });
const own = (code: string, text: string) => ({ coding: [{ system: listOf3176("MA_CHI_SO"), code }], text });
const GLUCOSE = loinc("2345-7", "Glucose");
let days = 0;

/** A value from facility `at`, a day after the one before. */
function measured(code: object, value: object, more: object = {}, at = "A") {
  const resource = { resourceType: "Observation", status: "final", code, ...value, ...more };
  const day = new Date(Date.UTC(2026, 0, ++days));
  const row = {
    id: `r${days}`,
    type: "Observation",
    sourceId: "s",
    section: "results",
    caseId: "c",
    facilityId: at,
    facility: at,
    receivedAt: day,
    timeLow: day,
    timeHigh: day,
    timePrecision: "day" as const,
    withdrawn: false,
    status: "final",
    visitId: null,
    hidden: false,
    resource: JSON.stringify(resource),
    medication: null,
  };
  return { row, item: mapResult({ row, resource: resource as unknown as Observation }, new Map()) };
}
const quantity = (value: number, unit: string, comparator?: string) => ({ valueQuantity: { value, unit, comparator } });
const others = (here: ReturnType<typeof measured>, more: ReturnType<typeof measured>[], testId?: string) =>
  trendOf(here, more, testId)
    .points.filter((point) => !point.here)
    .map(
      ({ at, apart, converted, bound }) =>
        apart ??
        [at === undefined ? at : Number(at.toPrecision(10)), converted, bound]
          .filter((one) => one !== undefined)
          .join(" "),
    );

describe("values of one test over time", () => {
  const here = measured(GLUCOSE, quantity(5.5, "mmol/L"));

  test("are joined across hospitals by code, and by the very same name where no code contradicts", () => {
    const more = [
      measured(GLUCOSE, quantity(6, "mmol/L"), {}, "B"),
      measured({ text: "glucose" }, quantity(7, "mmol/l"), {}, "B"),
      measured(loinc("1558-6", "Glucose"), quantity(8, "mmol/L"), {}, "B"),
      measured({ text: "Glucose niệu" }, quantity(9, "mmol/L"), {}, "B"),
    ];
    expect(others(here, more)).toEqual(["6", "7"]);
  });

  test("a hospital's own code means nothing at another hospital", () => {
    const mine = measured(own("12", "Ure"), quantity(5, "mmol/L"));
    const more = [
      measured(own("12", "Ure máu"), quantity(6, "mmol/L")),
      measured(own("12", "Creatinin"), quantity(7, "mmol/L"), {}, "B"),
      measured(own("99", "URE"), quantity(8, "mmol/L"), {}, "B"),
    ];
    expect(others(mine, more)).toEqual(["6", "8"]);
    const national = [
      measured(own("1000001", "X"), quantity(1, "g/L")),
      measured(own("1000001", "Y"), quantity(2, "g/L"), {}, "B"),
    ];
    expect(others(national[0] as never, [national[1] as never])).toEqual(["2"]);
  });

  test("another unit is converted where that is exact, and else stands apart", () => {
    const more = [measured(GLUCOSE, quantity(90, "mg/dL"), {}, "B"), measured(GLUCOSE, quantity(5000, "µmol/L"))];
    expect(others(here, more)).toEqual(["unit", "5 5"]);
    expect(others(here, more, "glucose")).toEqual(["4.995670419 5", "5 5"]);
  });

  test("another method or specimen stands apart, and what is untold does not", () => {
    const strip = measured(GLUCOSE, quantity(5, "mmol/L"), { method: { text: "Que thử" } });
    const more = [
      measured(GLUCOSE, quantity(6, "mmol/L"), { method: { text: "Hexokinase" } }),
      measured(GLUCOSE, quantity(7, "mmol/L"), { specimen: { display: "Nước tiểu" }, method: { text: "que thu" } }),
      measured(GLUCOSE, quantity(8, "mmol/L")),
    ];
    expect(others(strip, more)).toEqual(["method", "7", "8"]);
    expect(
      others({ ...strip, row: measured(GLUCOSE, quantity(5, "mmol/L"), { specimen: { display: "Máu" } }).row }, more),
    ).toEqual(["6", "specimen", "8"]);
  });

  test("words and bounds keep their place without being taken for figures; a modifier leaves out", () => {
    const more = [
      measured(GLUCOSE, { valueString: "Âm tính" }),
      measured(GLUCOSE, quantity(0.01, "mmol/L", "<")),
      {
        ...measured(GLUCOSE, quantity(1, "mmol/L")),
        item: { ...measured(GLUCOSE, quantity(1, "mmol/L")).item, unsafe: true },
      },
    ];
    expect(others(here, more)).toEqual(["", "0.01 below"]);
  });
});

describe("units", () => {
  test.each<[string, string, string | undefined, number | undefined]>([
    ["g/L", "g/dL", undefined, 0.1],
    ["G/L", "g/L", undefined, undefined],
    ["G/L", "10⁹/L", "wbc", 1],
    ["K/uL", "10*9/L", undefined, 1],
    ["UI/L", "U/L", "alt", 1],
    ["UI/L", "U/L", "insulin", undefined],
    ["mg/dL", "mmol/L", "triglycerides", undefined],
    ["mmol/mol", "%", "hba1c", undefined],
    ["mU/L", "MU/L", undefined, undefined],
  ])("one %s is so many %s (%s)", (from, to, id, factor) => {
    if (factor === undefined) expect(factorBetween(from, to, id)).toBeUndefined();
    else expect(factorBetween(from, to, id)).toBeCloseTo(factor, 10);
  });

  test("there and back is the same", () => {
    const unit = fc.constantFrom("g/L", "mg/dL", "mmol/L", "µmol/L", "ng/mL", "U/L", "%", "10^9/L", "xyz");
    fc.assert(
      fc.property(unit, unit, fc.constantFrom("glucose", "creatinine", undefined), (a, b, id) => {
        const [there, back] = [factorBetween(a, b, id), factorBetween(b, a, id)];
        expect(there === undefined).toBe(back === undefined);
        if (there && back) expect(there * back).toBeCloseTo(1, 9);
      }),
    );
  });
});
