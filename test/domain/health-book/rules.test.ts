import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstResults, isCurrentMedicine, isOpenStep } from "#app/domain/health-book/rules.ts";
import type { MedicineView, NextStepView, ResultView, When } from "#app/domain/health-book/view.ts";

const now = new Date("2026-11-22T08:00:00Z");
const at = (from: string, to?: string): When => ({ from, precision: "day", ...(to ? { to } : {}) });
type Medicine = Pick<MedicineView, "form" | "status" | "until" | "lasts" | "withdrawn" | "notToBeTaken">;
const medicine = (changes: Partial<Medicine> = {}): Medicine => ({
  form: "prescribed",
  status: "active",
  until: undefined,
  lasts: undefined,
  withdrawn: false,
  notToBeTaken: false,
  ...changes,
});

describe("a current medicine is prescribed or stated, not stopped, and not past its last day", () => {
  test.each<[string, Partial<Medicine>, boolean]>([
    ["active", {}, true],
    ["stated", { form: "stated" }, true],
    ["on hold", { status: "on-hold" }, true],
    ["intended", { status: "intended" }, true],
    ["unknown", { status: "unknown" }, true],
    ["without a status", { status: undefined }, true],
    ["completed", { status: "completed" }, false],
    ["stopped", { status: "stopped" }, false],
    ["cancelled", { status: "cancelled" }, false],
    ["a draft", { status: "draft" }, false],
    ["entered in error", { status: "entered-in-error" }, false],
    ["of a status there is not", { status: "constructor" }, false],
    ["withdrawn", { withdrawn: true }, false],
    ["not to be taken", { notToBeTaken: true }, false],
    ["proposed", { form: "proposed" }, false],
    ["dispensed", { form: "dispensed" }, false],
    ["given in the ward", { form: "given" }, false],
    ["until this evening", { until: at("2026-11-21T17:00:00Z", "2026-11-22T16:59:59.999Z") }, true],
    ["until yesterday", { until: at("2026-11-20T17:00:00Z", "2026-11-21T16:59:59.999Z") }, false],
    ["supplied until yesterday", { lasts: { by: "supply", until: at("2026-11-21T08:00:00Z") } }, false],
    ["told until tomorrow, supplied until yesterday", { until: at("2026-11-23T08:00:00Z") }, true],
    ["to be collected until last month", { lasts: { by: "collection", until: at("2026-10-21T08:00:00Z") } }, true],
    ["to be collected until a year ago", { lasts: { by: "collection", until: at("2025-11-21T08:00:00Z") } }, false],
    ["until a moment that is now", { until: at(now.toISOString()) }, false],
    ["until a moment ahead", { until: at("2026-11-22T08:00:00.001Z") }, true],
  ])("%s", (_name, changes, current) => expect(isCurrentMedicine(medicine(changes), now)).toBe(current));

  test("time only ends it", () => {
    const days = fc.integer({ min: -1_000, max: 1_000 }).map((d) => new Date(now.getTime() + d * 86_400_000));
    const some = fc.record({
      form: fc.constantFrom<MedicineView["form"]>("prescribed", "stated", "dispensed", "given"),
      status: fc.constantFrom("active", "completed", undefined),
      until: fc.option(
        days.map((d) => at(d.toISOString())),
        { nil: undefined },
      ),
      lasts: fc.option(
        fc.record({
          by: fc.constantFrom<"supply" | "collection">("supply", "collection"),
          until: days.map((d) => at(d.toISOString())),
        }),
        { nil: undefined },
      ),
      withdrawn: fc.boolean(),
      notToBeTaken: fc.boolean(),
    });
    fc.assert(
      fc.property(some, days, days, (m, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        if (isCurrentMedicine(m, later)) expect(isCurrentMedicine(m, earlier)).toBe(true);
      }),
    );
  });
});

type Step = Pick<NextStepView, "form" | "status" | "when" | "withdrawn">;
const step = (form: Step["form"], changes: Partial<Step> = {}): Step => ({
  form,
  status: "active",
  when: undefined,
  withdrawn: false,
  ...changes,
});

describe("a next step is open while it is ahead or under way", () => {
  test.each<[string, Step, boolean]>([
    ["an appointment tomorrow", step("appointment", { status: "booked", when: at("2026-11-23T01:00:00Z") }), true],
    ["an appointment this morning", step("appointment", { status: "booked", when: at("2026-11-22T01:00:00Z") }), true],
    [
      "an appointment yesterday, within a day",
      step("appointment", { status: "booked", when: at("2026-11-21T08:00:01Z") }),
      true,
    ],
    [
      "an appointment more than a day ago",
      step("appointment", { status: "booked", when: at("2026-11-21T08:00:00Z") }),
      false,
    ],
    [
      "a long appointment counts by its end",
      step("appointment", { status: "arrived", when: at("2026-11-01T00:00:00Z", "2026-11-22T00:00:00Z") }),
      true,
    ],
    ["an appointment without a time", step("appointment", { status: "booked" }), false],
    [
      "an appointment on a waiting list",
      step("appointment", { status: "waitlist", when: at("2026-12-01T00:00:00Z") }),
      true,
    ],
    ["a cancelled appointment", step("appointment", { status: "cancelled", when: at("2026-11-23T01:00:00Z") }), false],
    ["one that was missed", step("appointment", { status: "noshow", when: at("2026-11-23T01:00:00Z") }), false],
    [
      "an appointment without a status",
      step("appointment", { status: undefined, when: at("2026-11-23T01:00:00Z") }),
      false,
    ],
    ["an active plan", step("plan"), true],
    ["a plan that began and has no end", step("plan", { when: at("2020-01-01T00:00:00Z") }), true],
    [
      "a plan whose last day is past",
      step("plan", { when: at("2020-01-01T00:00:00Z", "2026-11-01T00:00:00Z") }),
      false,
    ],
    ["a revoked plan", step("plan", { status: "revoked" }), false],
    ["an accepted goal", step("goal", { status: "accepted" }), true],
    ["a goal that was reached", step("goal", { status: "completed" }), false],
    ["a goal without a status", step("goal", { status: undefined }), false],
    ["an active order", step("request", { when: at("2020-01-01T00:00:00Z") }), true],
    ["a completed order", step("request", { status: "completed" }), false],
    ["a vaccination that is due", step("vaccination-due", { status: undefined }), true],
    [
      "one that waits at the desk",
      step("appointment", { status: "checked-in", when: at("2026-11-22T01:00:00Z") }),
      true,
    ],
    ["a vaccination due last year", step("vaccination-due", { status: "due", when: at("2025-10-01T00:00:00Z") }), true],
    ["a vaccination due long ago", step("vaccination-due", { status: "due", when: at("2024-10-01T00:00:00Z") }), false],
    ["anything withdrawn", step("plan", { withdrawn: true }), false],
  ])("%s", (_name, of, open) => expect(isOpenStep(of, now)).toBe(open));
});

describe("the first results of a book", () => {
  const result = (id: string, ...memberIds: string[]) => ({ id, memberIds }) as ResultView;
  const ids = (results: ResultView[], most: number) => firstResults(results, most).map(({ id }) => id);

  test("are those that stand on their own; members come along and do not count", () => {
    const received = [
      result("report", "b", "panel"),
      result("a"),
      result("panel", "c"),
      result("b"),
      result("c"),
      result("d"),
    ];
    expect(ids(received, 2)).toEqual(["report", "b", "panel", "c", "a"]);
    expect(ids(received, 9)).toEqual(["report", "b", "panel", "c", "a", "d"]);
  });
});
