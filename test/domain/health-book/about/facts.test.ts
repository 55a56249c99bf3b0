import fc from "fast-check";
import { expect, test } from "vitest";
import { factsOf, type Told } from "#app/domain/health-book/about/rules.ts";
import { aboutFields } from "#app/domain/health-book/about/view.ts";
import { benefitOf, groupsOf, socialNumberOf, verdictOf, verdictOn } from "#app/domain/health-book/insurance/rules.ts";

const from = (facility: string, at = "2026-11-01T00:00:00Z") => ({ kind: "facility" as const, facility, at });
const told = (field: Told["field"], text: string, facility: string, more: Partial<Told> = {}): Told => ({
  field,
  text,
  source: from(facility),
  ...more,
});
const born = (low: string, high = low) => ({ birth: { low, high } });

test("the same in capitals, without marks or with another telephone prefix is one value with both sources", () => {
  const facts = factsOf([
    told("name", "Nguyễn Thị Đào", "A"),
    told("name", "NGUYEN THI DAO", "B"),
    told("phone", "0950 000 101", "A"),
    told("phone", "+84950000101", "B"),
  ]);
  expect(facts.map(({ field, values, differ }) => [field, values.length, differ])).toEqual([
    ["name", 1, false],
    ["phone", 1, false],
  ]);
  expect(facts[0]?.values[0]).toMatchObject({ text: "Nguyễn Thị Đào", sources: [from("A"), from("B")] });
});

test("what contradicts stands side by side, what most say first; a year does not contradict a day of it", () => {
  const facts = factsOf([
    told("sex", "male", "A"),
    told("sex", "female", "B"),
    told("sex", "female", "C"),
    told("birth", "1961", "A", born("1961-01-01", "1961-12-31")),
    told("birth", "1961-03-12", "B", born("1961-03-12")),
  ]);
  expect(facts.map(({ field, differ, values }) => [field, differ, values.map(({ text }) => text)])).toEqual([
    ["birth", false, ["1961", "1961-03-12"]],
    ["sex", true, ["female", "male"]],
  ]);
  const others = factsOf([
    told("birth", "1961-03-12", "A", born("1961-03-12")),
    told("birth", "1962", "B", born("1962-01-01", "1962-12-31")),
  ]);
  expect(others[0]?.differ).toBe(true);
});

test("nothing that was told is lost, and no source is invented", () => {
  const any = fc.record({
    field: fc.constantFrom(...aboutFields.filter((field) => field !== "birth")),
    text: fc.constantFrom("Lan", "LAN", "Thành", "thanh", "0950000101"),
    source: fc.constantFrom("A", "B", "C").map((facility) => from(facility)),
  });
  fc.assert(
    fc.property(fc.array(any), (all) => {
      const facts = factsOf(all);
      for (const { field, text, source } of all) {
        const values = facts.find((fact) => fact.field === field)?.values ?? [];
        const saying = values.filter((value) =>
          value.sources.some((s) => "facility" in s && s.facility === source.facility),
        );
        expect(saying.length, `${field} ${text}`).toBeGreaterThan(0);
      }
      const said = facts.flatMap(({ values }) => values.flatMap(({ sources }) => sources)).length;
      expect(said).toBeLessThanOrEqual(all.length);
    }),
  );
});

test("a card's number in its boxes, its benefit, and the ten digits that name the person", () => {
  expect(groupsOf("ht3 99 9900000101")).toEqual(["HT", "3", "99", "9900000101"]);
  expect(groupsOf("9900000101")).toEqual(["9900000101"]);
  expect([benefitOf("HT3999900000101"), benefitOf("9900000101"), benefitOf(undefined)]).toEqual([
    3,
    undefined,
    undefined,
  ]);
  expect(socialNumberOf("HT3999900000101")).toBe(socialNumberOf("9900000101"));
});

test("every code of the gateway has a meaning; what was valid has ended when its last day is over", () => {
  expect([verdictOf("000"), verdictOf("061"), verdictOf("124"), verdictOf("999")]).toEqual([
    "valid",
    "name",
    "reduced",
    "unknown-code",
  ]);
  const answer = { code: "000", validTo: "2026-12-31" };
  expect([verdictOn("2026-12-31", answer), verdictOn("2027-01-01", answer)]).toEqual(["valid", "expired"]);
  expect(verdictOn("2027-01-01", { code: "060", validTo: "2026-12-31" })).toBe("name");
});
