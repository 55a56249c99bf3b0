import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type RangeLine, rangeFor } from "#app/domain/health-book/internal/table-range.ts";
import { viewerLink } from "#app/domain/health-book/internal/viewer-link.ts";

const line = (changes: Partial<RangeLine> = {}): RangeLine => ({
  facilityId: "a",
  code: "1000001",
  unit: "mmol/L",
  sex: "any",
  ageFromDays: 0,
  ageToDays: null,
  low: "3.9",
  high: "6.4",
  words: null,
  from: "2026-01-01",
  to: null,
  ...changes,
});
const measured = { facilityId: "a", code: "1000001", unit: "mmol/L", day: "2026-06-01" };
const born = (low: string, high = low) => ({ birth: { low, high }, sex: "female" as const });

describe("a range of the facility's own table", () => {
  test("is the one line that fits in everything", () => {
    expect(rangeFor([line()], measured, born("1961-03-12"))).toEqual(line());
  });

  test.each<[string, Partial<RangeLine>]>([
    ["another facility", { facilityId: "b" }],
    ["another test", { code: "1000002" }],
    ["another unit", { unit: "mg/dL" }],
    ["the unit in other letters", { unit: "mmol/l" }],
    ["the other sex", { sex: "male" }],
    ["a table of later", { from: "2026-06-02" }],
    ["a table that ended that day", { to: "2026-06-01" }],
    ["the old", { ageFromDays: 36_500 }],
    ["children", { ageToDays: 6_575 }],
  ])("is not that of %s", (_name, changes) => {
    expect(rangeFor([line(changes)], measured, born("1961-03-12"))).toBeUndefined();
  });

  test("two that fit are none", () => {
    expect(rangeFor([line(), line({ sex: "female", low: "4" })], measured, born("1961-03-12"))).toBeUndefined();
  });

  test("one that only may fit is none: a year of birth that spans two lines, a sex nobody told", () => {
    const lines = [line({ ageToDays: 365 }), line({ ageFromDays: 365, low: "4" })];
    expect(rangeFor(lines, measured, born("2025-01-01", "2025-12-31"))).toBeUndefined();
    expect(rangeFor(lines.slice(0, 1), measured, born("2025-01-01", "2025-12-31"))).toBeUndefined();
    expect(rangeFor([line({ sex: "male" })], measured, { ...born("1961-03-12"), sex: "unknown" })).toBeUndefined();
    expect(rangeFor([line()], measured, { ...born("1961-03-12"), sex: "unknown" })).toEqual(line());
    expect(rangeFor([line()], measured, { birth: undefined, sex: "female" })).toBeUndefined();
  });

  test("whatever ages, sexes and days: what is chosen fits surely, and no other line could", () => {
    const days = fc.integer({ min: 0, max: 3_000 });
    const lines = fc.array(
      fc.record({
        sex: fc.constantFrom("male", "female", "any"),
        from: days,
        span: fc.option(fc.integer({ min: 1, max: 2_000 }), { nil: null }),
      }),
      { maxLength: 5 },
    );
    const at = (day: number) => new Date(Date.UTC(2020, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(
        lines,
        days,
        fc.nat(400),
        days,
        fc.constantFrom("male", "female", "unknown"),
        (drawn, bornOn, unsure, later, sex) => {
          const table = drawn.map((l, n) =>
            line({
              sex: l.sex as RangeLine["sex"],
              ageFromDays: l.from,
              ageToDays: l.span === null ? null : l.from + l.span,
              low: `${n}`,
              from: "2020-01-01",
            }),
          );
          const whose = { birth: { low: at(bornOn), high: at(bornOn + unsure) }, sex: sex as "male" };
          const found = rangeFor(table, { ...measured, day: at(bornOn + unsure + later) }, whose);
          const fitsAt = (l: RangeLine, age: number, s: string) =>
            (l.sex === "any" || l.sex === s) && age >= l.ageFromDays && (l.ageToDays === null || age < l.ageToDays);
          const sexes = sex === "unknown" ? ["male", "female"] : [sex];
          for (let age = later; age <= later + unsure; age += Math.max(1, unsure)) {
            for (const s of sexes) {
              const fitting = table.filter((l) => fitsAt(l, age, s));
              if (found) expect(fitting).toEqual([found]);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("the way to a hospital's pictures", () => {
  const viewer = { template: "https://pacs.example.vn/xem?study={studyUid}", host: "pacs.example.vn" };
  const uid = [{ system: "urn:dicom:uid", value: "urn:oid:1.2.840.113619.2.5" }];

  test("carries the study's UID and nothing else", () => {
    expect(viewerLink(viewer, uid)).toBe("https://pacs.example.vn/xem?study=1.2.840.113619.2.5");
    expect(viewerLink(viewer, [])).toBeUndefined();
    expect(viewerLink(viewer, [{ system: "urn:dicom:uid", value: "urn:oid:javascript:1" }])).toBeUndefined();
  });

  test("leads to the allowed host alone, and by https", () => {
    for (const template of [
      "https://evil.example/{studyUid}",
      "https://pacs.example.vn@evil.example/{studyUid}",
      "http://pacs.example.vn/{studyUid}",
      "https://{studyUid}.evil.example/",
    ])
      expect(viewerLink({ ...viewer, template }, uid)).toBeUndefined();
  });

  test("takes an accession number that cannot be anybody's number", () => {
    const by = { ...viewer, template: "https://pacs.example.vn/{accession}" };
    const numbered = (value: string) => [{ type: { coding: [{ code: "ACSN" }] }, value }];
    expect(viewerLink(by, numbered("XQ-26-0417"))).toBe("https://pacs.example.vn/XQ-26-0417");
    for (const value of ["099161000101", "{{number:x}}", "a/b"])
      expect(viewerLink(by, numbered(value))).toBeUndefined();
  });
});
