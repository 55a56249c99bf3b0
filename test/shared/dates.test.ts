import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { birthInterval, fhirInterval } from "#app/shared/dates.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const iso = (text: string) => {
  const interval = fhirInterval(text);
  return interval && [interval.low.toISOString(), interval.high.toISOString(), interval.precision];
};

describe("a FHIR date covers all it may mean", () => {
  test.each([
    ["2026", ["2025-12-31T17:00:00.000Z", "2026-12-31T17:00:00.000Z", "year"]],
    ["2026-12", ["2026-11-30T17:00:00.000Z", "2026-12-31T17:00:00.000Z", "month"]],
    ["2026-02", ["2026-01-31T17:00:00.000Z", "2026-02-28T17:00:00.000Z", "month"]],
    ["2026-02-28", ["2026-02-27T17:00:00.000Z", "2026-02-28T17:00:00.000Z", "day"]],
    ["2026-11-22T08:30:00+07:00", ["2026-11-22T01:30:00.000Z", "2026-11-22T01:30:01.000Z", "time"]],
    ["2026-11-22T01:30:00Z", ["2026-11-22T01:30:00.000Z", "2026-11-22T01:30:01.000Z", "time"]],
    ["2026-11-22T08:30+07:00", ["2026-11-22T01:30:00.000Z", "2026-11-22T01:31:00.000Z", "time"]],
    ["2026-11-22T08:30:00.5+07:00", ["2026-11-22T01:30:00.500Z", "2026-11-22T01:30:01.500Z", "time"]],
    ["2026-11-22T08:30:00.123456789-05:30", ["2026-11-22T14:00:00.123Z", "2026-11-22T14:00:01.123Z", "time"]],
    ["2026-11-22T00:00:00-00:00", ["2026-11-22T00:00:00.000Z", "2026-11-22T00:00:01.000Z", "time"]],
    ["2026-01-01T00:00:00+14:00", ["2025-12-31T10:00:00.000Z", "2025-12-31T10:00:01.000Z", "time"]],
  ])("%s", (text, expected) => expect(iso(text)).toEqual(expected));

  test("a leap second is the last second of its minute, with or without a fraction", () => {
    expect(iso("2016-12-31T23:59:60Z")).toEqual(["2016-12-31T23:59:59.000Z", "2017-01-01T00:00:00.000Z", "time"]);
    expect(iso("2017-01-01T06:59:60.5+07:00")?.[0]).toBe("2016-12-31T23:59:59.000Z");
  });

  test.each(["2024-02-29", "2000-02-29", "1600-02-29", "0004-02-29"])("%s is in a leap year", (text) =>
    expect(fhirInterval(text)?.precision).toBe("day"),
  );
});

describe("what is no real date is none", () => {
  test.each([
    ["a day the month does not have", "2026-02-30"],
    ["29 February of another year", "2026-02-29"],
    ["29 February of a century", "1900-02-29"],
    ["31 April", "2026-04-31"],
    ["month 0", "2026-00"],
    ["month 13", "2026-13-01"],
    ["day 0", "2026-01-00"],
    ["year 0", "0000"],
    ["year 0 with a time", "0000-01-01T00:00:00Z"],
    ["a year of two digits", "26-01-01"],
    ["a year of five digits", "12026-01-01"],
    ["one digit of the month", "2026-1-01"],
    ["a time without a zone", "2026-11-22T08:30:00"],
    ["hour 24", "2026-11-22T24:00:00Z"],
    ["minute 60", "2026-11-22T23:60:00Z"],
    ["second 61", "2026-11-22T23:59:61Z"],
    ["a zone beyond +14:00", "2026-11-22T23:59:00+14:30"],
    ["a zone of 15 hours", "2026-11-22T23:59:00-15:00"],
    ["a zone of 60 minutes", "2026-11-22T23:59:00+07:60"],
    ["a zone without its colon", "2026-11-22T23:59:00+0700"],
    ["the day of an impossible month with a time", "2026-02-30T00:00:00Z"],
    ["a comma before the fraction", "2026-11-22T08:30:00,5Z"],
    ["a space for the T", "2026-11-22 08:30:00Z"],
    ["a small t and z", "2026-11-22t08:30:00z"],
    ["the Vietnamese way of writing it", "22/11/2026"],
    ["a line after it", "2026-11-22\n"],
    ["digits of another script", "２０２６"],
    ["words", "hôm qua"],
    ["nothing", ""],
  ])("%s", (_name, text) => expect(fhirInterval(text)).toBeUndefined());
});

describe("the ends of the calendar can be stored: they are years 1 to 9999 in every zone", () => {
  test.each(["0001", "0001-01", "0001-01-01", "0001-01-01T00:00:00+07:00", "9999", "9999-12", "9999-12-31"])(
    "%s",
    (text) => {
      const interval = fhirInterval(text);
      for (const end of [interval?.low, interval?.high]) expect(end?.toISOString()).toMatch(/^(?!0000)\d{4}-/);
      expect(interval && interval.low <= interval.high).toBe(true);
    },
  );

  test.each(["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "9999-12-31T23:59:60Z"])("%s", (text) => {
    const interval = fhirInterval(text);
    for (const end of [interval?.low, interval?.high]) expect(end?.toISOString()).toMatch(/^(?!0000)\d{4}-/);
  });
});

const pad = (n: number, width = 2) => String(n).padStart(width, "0");
const days = fc.date({ min: new Date("0002-01-01"), max: new Date("9998-12-31"), noInvalidDate: true });
const zones = fc
  .tuple(fc.integer({ min: -12, max: 13 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${h < 0 ? "-" : "+"}${pad(Math.abs(h))}:${pad(m)}`);

describe("properties", () => {
  test("a shorter date covers every longer one of it", () => {
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, whole] = [day.slice(0, 4), day.slice(0, 7), day].map((text) => fhirInterval(text));
        expect(year && month && year.low <= month.low && month.high <= year.high).toBe(true);
        expect(month && whole && month.low <= whole.low && whole.high <= month.high).toBe(true);
        expect(whole && whole.high.getTime() - whole.low.getTime()).toBe(DAY);
      }),
    );
  });

  test("the same moment written in two zones is the same interval", () => {
    fc.assert(
      fc.property(days, zones, (date, zone) => {
        const offset = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) * (zone[0] === "-" ? -1 : 1);
        const local = new Date(date.getTime() + offset * MINUTE).toISOString().replace("Z", zone);
        expect(fhirInterval(local)).toEqual(fhirInterval(date.toISOString()));
      }),
    );
  });

  test("a day exists here exactly when it exists in the calendar", () => {
    const numbers = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(numbers, ([y, m, d]) => {
        const date = new Date(0);
        date.setUTCFullYear(y, m - 1, d);
        const exists = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
        expect(fhirInterval(`${pad(y, 4)}-${pad(m)}-${pad(d)}`) !== undefined).toBe(exists);
      }),
      { numRuns: 1_000 },
    );
  });

  test("no text makes it throw, and what it gives can be written down", () => {
    const near = fc.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,12})?(Z|[+-]\d{2}:\d{2})$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), near, fc.stringMatching(/^[0-9TZ:+.-]{0,30}$/)), (text) => {
        const interval = fhirInterval(text);
        if (interval) expect(interval.low.toISOString() <= interval.high.toISOString()).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a birth date is the days it may mean", () => {
  test.each([
    ["1958", { low: "1958-01-01", high: "1958-12-31" }],
    ["1958-02", { low: "1958-02-01", high: "1958-02-28" }],
    ["1960-02", { low: "1960-02-01", high: "1960-02-29" }],
    ["1958-07-09", { low: "1958-07-09", high: "1958-07-09" }],
    ["1958-02-30", undefined],
    ["1958-13", undefined],
    ["0000", undefined],
    ["1958-07-09T00:00:00Z", undefined],
    ["", undefined],
  ])("%s", (text, expected) => expect(birthInterval(text)).toEqual(expected));
});
