import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueAfter, isWeekend } from "#app/domain/feed-status/calendar.ts";
import { feedKinds, kindOf } from "#app/domain/feed-status/kinds.ts";
import { type FeedFacts, feedStatus } from "#app/domain/feed-status/status-rules.ts";

const NOW = new Date("2026-11-20T05:00:00Z"); // a Friday, noon in Vietnam
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const daily = { everyHours: 24, workingDays: false, since: "2026-01-01" };
const facts = (more: Partial<FeedFacts>): FeedFacts => ({
  kind: "results",
  rhythm: daily,
  lastReceivedAt: ago(1),
  firstReceivedAt: ago(1_000),
  outages: [],
  ...more,
});
const notice = (from: number, until: number | undefined, kinds: string[] = []) => ({
  facilityId: "f",
  kinds,
  startsAt: ago(from),
  endsAt: until === undefined ? undefined : ago(until),
});

const asked = (hours: number | undefined, open = false) => ({
  everyMinutes: 60,
  lastSuccessAt: hours === undefined ? undefined : ago(hours),
  open,
});

describe("what is said of a facility and kind", () => {
  test.each<[string, Partial<FeedFacts>, object]>([
    ["came in its time", {}, { state: "on-time", dueAt: ago(-23) }],
    ["over its time", { lastReceivedAt: ago(30) }, { state: "late", since: ago(6), hours: 6 }],
    ["expected and never came", { lastReceivedAt: undefined, firstReceivedAt: undefined }, { state: "never-sent" }],
    [
      "neither expected nor come",
      { rhythm: undefined, lastReceivedAt: undefined },
      { state: "sends-nothing-of-this-kind" },
    ],
    ["not expected, and comes", { rhythm: undefined }, { state: "on-time", dueAt: undefined }],
    ["out, by a notice", { lastReceivedAt: ago(90), outages: [notice(80, -5)] }, { state: "outage", until: ago(-5) }],
    [
      "out, nobody knows how long",
      { outages: [notice(1, -5), notice(1, undefined)] },
      { state: "outage", until: undefined },
    ],
    ["another kind out", { outages: [notice(1, -5, ["bills"])] }, { state: "on-time", dueAt: ago(-23) }],
    ["asked by us, and answers", { pulled: asked(2) }, { state: "on-time", dueAt: ago(-23) }],
    [
      "asked by us, answers and has nothing new",
      { pulled: asked(1), lastReceivedAt: ago(30) },
      { state: "late", since: ago(6), hours: 6 },
    ],
    [
      "asked by us in vain",
      { pulled: asked(5, true), lastReceivedAt: ago(30) },
      { state: "unreachable", since: ago(5) },
    ],
    ["not asked for more than three rounds", { pulled: asked(4) }, { state: "unreachable", since: ago(4) }],
    ["asked by us, never with success", { pulled: asked(undefined, true) }, { state: "unreachable", since: undefined }],
    ["asked for the first time now", { pulled: asked(undefined), lastReceivedAt: undefined }, { state: "never-sent" }],
    [
      "asked by us in vain, which a notice explains",
      { pulled: asked(5, true), outages: [notice(1, -5)] },
      { state: "outage", until: ago(-5) },
    ],
    [
      "a notice that is over",
      { lastReceivedAt: ago(30), outages: [notice(90, 2)] },
      { state: "late", since: ago(6), hours: 6 },
    ],
  ])("%s", (_name, more, said) => {
    expect(feedStatus(facts(more), NOW)).toEqual(said);
  });

  test("days without anything are gaps, but for weekends that do not count, notices, and days before it began", () => {
    const days = ["2026-11-12", "2026-11-13", "2026-11-16", "2026-11-18", "2026-11-20"];
    const began = { firstReceivedAt: new Date("2026-11-12T03:00:00Z"), days };
    const said = (more: Partial<FeedFacts>) => feedStatus(facts({ ...began, ...more }), NOW);
    expect(said({})).toEqual({ state: "gap", days: ["2026-11-14", "2026-11-15", "2026-11-17", "2026-11-19"] });
    const working = { ...daily, workingDays: true };
    expect(said({ rhythm: working })).toEqual({ state: "gap", days: ["2026-11-17", "2026-11-19"] });
    expect(said({ rhythm: working, outages: [notice(96, 1)] })).toMatchObject({ state: "on-time" });
    expect(said({ rhythm: { ...working, since: "2026-11-18" } })).toEqual({ state: "gap", days: ["2026-11-19"] });
    expect(said({ rhythm: { ...daily, everyHours: 48 } })).toMatchObject({ state: "on-time" });
  });

  const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
  const rhythm = fc.record({
    everyHours: fc.integer({ min: 1, max: 8_760 }),
    workingDays: fc.boolean(),
    since: fc.constant("2026-01-01"),
  });

  test("receiving something never makes it later, and waiting never makes it less late", () => {
    fc.assert(
      fc.property(rhythm, moment, moment, fc.integer({ min: 0, max: 9_999 }), (rule, last, now, more) => {
        const at = (lastReceivedAt: Date, when: Date) =>
          feedStatus(facts({ rhythm: rule, lastReceivedAt, days: undefined }), when);
        const later = (d: Date) => new Date(d.getTime() + more * 3_600_000);
        const [said, newer, waited] = [at(last, now), at(later(last), now), at(last, later(now))];
        if (said.state === "on-time") expect(newer.state).toBe("on-time");
        if (said.state === "late") {
          expect(waited).toMatchObject({ state: "late", since: said.since, hours: said.hours + more });
          expect(said.since.getTime()).toBeLessThan(now.getTime());
        }
      }),
    );
  });

  test("a working rhythm ends on a working day, never before the plain one", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 1_000 }), (from, hours) => {
        const due = dueAfter(from, hours, true);
        expect(due.getTime()).toBeGreaterThanOrEqual(dueAfter(from, hours, false).getTime());
        expect(isWeekend(new Date(due.getTime() - 1))).toBe(false);
      }),
    );
  });
});

test("every kind has something that comes as it; pictures are told from other results", () => {
  const report = (code: string) => ({ resourceType: "DiagnosticReport", category: [{ coding: [{ code }] }] });
  expect([kindOf(report("LAB"), "results"), kindOf(report("RAD"), "results")]).toEqual(["results", "imaging"]);
  expect(kindOf({ resourceType: "ImagingStudy" }, "results")).toBe("imaging");
  expect(kindOf({ resourceType: "Observation" }, "history")).toBe("visits");
  expect(kindOf({ resourceType: "Patient" }, "identity")).toBeUndefined();
  // One more comes by the form it is sent in: Form 831 as `history`.
  expect(feedKinds.length).toBe(8);
});
