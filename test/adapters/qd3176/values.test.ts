import fc from "fast-check";
import { expect, test } from "vitest";
import {
  alignedListOf,
  birthDateOf,
  dateOf,
  dateTimeOf,
  decimalOf,
  icdCodesOf,
  listOf,
} from "#app/adapters/record-store/qd3176/values.ts";

test("times are Vietnamese, to the minute or the day", () => {
  expect(dateTimeOf("202611211430")).toEqual({
    fhir: "2026-11-21T14:30:00+07:00",
    precision: "time",
    at: new Date("2026-11-21T07:30:00Z"),
  });
  expect(dateTimeOf("20261121143059")?.fhir).toBe("2026-11-21T14:30:59+07:00");
  expect(dateTimeOf("20261121")).toEqual({
    fhir: "2026-11-21",
    precision: "day",
    at: new Date("2026-11-20T17:00:00Z"),
  });
  expect(dateOf("202611212359")).toBe("2026-11-21");
});

test("a time with spaces between its parts is one", () =>
  expect(dateTimeOf("20261121 1430")?.fhir).toBe("2026-11-21T14:30:00+07:00"));

test.each<[text: string | undefined, codes: string[]]>([
  ["I10; E11.9;", ["I10", "E11.9"]],
  ["i10;e11,9;I10", ["I10", "E11.9"]],
  ["I10, B20.1", ["I10", "B20.1"]],
  ["I10 B20.1", ["I10", "B20.1"]],
  ["A18.0†; B20.", ["A18.0†", "B20"]],
  ["", []],
  [undefined, []],
])("codes of %j", (text, codes) => expect(icdCodesOf(text)).toEqual(codes));

test.each(["", "2026", "20260230", "202602301200", "202611212400", "202611211260", "2026112114", "20261121143060"])(
  "%j is no time",
  (text) => expect([dateTimeOf(text), dateOf(text)]).toEqual([undefined, undefined]),
);

test("zeros in a birth date are unknown parts", () => {
  expect(
    ["197000000000", "197005000000", "197005200000", "197005200815", "19700520", "19700000", "1970"].map(birthDateOf),
  ).toEqual(["1970", "1970-05", "1970-05-20", "1970-05-20", "1970-05-20", "1970", "1970"]);
  expect(
    ["197000200000", "197013000000", "197002300000", "000000000000", "197005202400", "x"].map(birthDateOf),
  ).toEqual(Array(6).fill(undefined));
});

test("lists keep their order; aligned ones their empty places", () => {
  expect(listOf("A; B;;C;")).toEqual(["A", "B", "C"]);
  expect(alignedListOf("A;;C")).toEqual(["A", "", "C"]);
  expect([listOf(undefined), listOf(" "), alignedListOf("")]).toEqual([[], [], []]);
});

test("a number keeps its digits", () => {
  expect(
    ["1.50", "0", "0.000", "-3.20", "007", ".5", "5.", "5,6", "0,125", "12345678901234567.89"].map(decimalOf),
  ).toEqual(["1.50", "0", "0.000", "-3.20", "7", "0.5", "5", "5.6", "0.125", "12345678901234567.89"]);
  expect(["", ".", "-", "1,500", "1.2.3", "1e5", "<5", "Âm tính", "+1", undefined].map(decimalOf)).toEqual(
    Array(10).fill(undefined),
  );
});

test("what is read as a number is one for JSON, of the same value", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^-?\d{0,9}([.]\d{0,6})?$/), (text) => {
      const read = decimalOf(text);
      if (read === undefined) return !/\d/.test(text);
      return JSON.parse(read) === Number(text);
    }),
  );
});
