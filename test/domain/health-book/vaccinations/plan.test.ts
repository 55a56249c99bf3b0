import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { later } from "#app/domain/health-book/vaccinations/days.ts";
import { isScheduled, planVaccinations, type Recommended } from "#app/domain/health-book/vaccinations/plan.ts";
import { recognise } from "#app/domain/health-book/vaccinations/recognise.ts";
import { type CourseId, schedule } from "#app/domain/health-book/vaccinations/schedule.ts";
import type { RecordedDose } from "#app/domain/health-book/vaccinations/take-doses.ts";

const BORN = { low: "2025-01-10", high: "2025-01-10" };
let count = 0;
const dose = (text: string, day?: string, more: Partial<RecordedDose> = {}): RecordedDose => {
  const found = recognise({ text });
  return {
    id: `d${++count}`,
    antigens: found?.antigens ?? [],
    maybe: found?.maybe ?? [],
    day: day ? { low: day, high: day } : undefined,
    counts: true,
    number: undefined,
    ...more,
  };
};
const told = (text: string, more: Partial<Recommended> = {}): Recommended => ({
  antigens: recognise({ text })?.antigens ?? [],
  id: "r",
  facility: "Trạm y tế",
  title: text,
  status: "due",
  open: true,
  when: undefined,
  dateIs: undefined,
  madeOn: "2025-06-01",
  ...more,
});
const courseOf = (
  id: CourseId,
  doses: RecordedDose[],
  today: string,
  more: { birth?: typeof BORN; recommended?: Recommended[] } = {},
) => planVaccinations(more.birth ?? BORN, doses, more.recommended ?? [], today).find(({ course }) => course === id);
const next = (...args: Parameters<typeof courseOf>) => courseOf(...args)?.next;
const FIVE = "5 trong 1 (DPT-VGB-Hib)";

describe("what comes next by the schedule", () => {
  test("is not yet, then due, then late, by age", () => {
    expect(next("measles", [], "2025-10-09")).toMatchObject({ state: "not-yet", dose: 1, from: { low: "2025-10-10" } });
    expect(next("measles", [], "2025-10-10")).toMatchObject({ state: "due", until: { low: "2025-11-10" } });
    expect(next("measles", [], "2025-11-10")?.state).toBe("due");
    expect(next("measles", [], "2025-11-11")?.state).toBe("overdue");
  });

  test("waits for its distance from the dose before, and a dose of several counts for each disease", () => {
    const doses = [dose(FIVE, "2025-03-28")];
    for (const id of ["hepatitis-b", "hib", "diphtheria-pertussis-tetanus"] as const)
      expect(next(id, doses, "2025-04-20")).toMatchObject({ state: "not-yet", dose: 2, from: { low: "2025-04-25" } });
    expect(next("hib", doses, "2025-05-24")).toMatchObject({ state: "due", until: { low: "2025-05-25" } });
  });

  test("of the dose at birth says that its time has passed, and never that it is late", () => {
    expect(next("hepatitis-b-birth", [], "2025-01-11")?.state).toBe("due");
    expect(next("hepatitis-b-birth", [], "2025-01-12")).toEqual({ state: "passed", dose: 1 });
    const given = [dose("Viêm gan B", "2025-01-10")];
    expect(next("hepatitis-b-birth", given, "2025-04-01")).toEqual({ state: "complete" });
    expect(next("hepatitis-b", given, "2025-03-10")).toMatchObject({ state: "due", dose: 1 });
  });

  test("a whole childhood leaves nothing but the dose at seven years", () => {
    const given = [
      dose("BCG", "2025-01-20"),
      dose("VGB sơ sinh", "2025-01-10"),
      ...["2025-03-12", "2025-04-12", "2025-05-12"].flatMap((day) => [dose(FIVE, day), dose("OPV", day)]),
      ...["2025-03-12", "2025-04-12"].map((day) => dose("Rota", day)),
      ...["2025-06-12", "2025-10-12"].map((day) => dose("IPV", day)),
      dose("Sởi", "2025-10-12"),
      ...["2026-01-12", "2026-01-20", "2027-01-20"].map((day) => dose("VNNB", day)),
      dose("MR", "2026-07-12"),
      dose("DPT", "2026-07-12"),
    ];
    const states = planVaccinations(BORN, given, [], "2027-06-01").map(({ course, next: { state } }) => [
      course,
      state,
    ]);
    expect(states.filter(([, state]) => state !== "complete")).toEqual([["diphtheria-pertussis-tetanus", "not-yet"]]);
    expect(next("diphtheria-pertussis-tetanus", given, "2032-01-10")).toMatchObject({ state: "due", dose: 5 });
  });

  test("six in one stands for polio by mouth and injected alike", () => {
    const given = ["2025-03-12", "2025-04-12", "2025-05-12"].map((day) => dose("Hexaxim", day));
    for (const id of ["polio", "polio-injected", "hepatitis-b", "hib"] as const)
      expect(next(id, given, "2026-01-01")).toEqual({ state: "complete" });
  });
});

describe("what is not sure is not said", () => {
  test.each<[string, RecordedDose]>([
    ["without a day", dose("Sởi")],
    ["given too young", dose("Sởi", "2025-08-01")],
    ["of which it is said only that it may hold it", dose("Sởi", "2025-10-12", { antigens: [], maybe: ["measles"] })],
  ])("a dose %s is not counted, and nobody is said to be late", (_, one) =>
    expect(next("measles", [one], "2026-03-01")).toEqual({ state: "unsure", dose: 1, why: "uncounted" }),
  );

  test("the live vaccine against Japanese encephalitis has another schedule", () =>
    expect(next("japanese-encephalitis", [dose("Imojev", "2026-01-20")], "2026-06-01")).toMatchObject({
      why: "uncounted",
    }));

  test("a third dose without the first two is a gap in the book", () =>
    expect(next("hib", [dose(FIVE, "2025-05-12", { number: 3 })], "2025-08-01")).toMatchObject({
      why: "earlier-missing",
    }));

  test("what was not given, was taken back or is not recognised counts nowhere", () => {
    const none = [dose("Sởi", "2025-10-12", { counts: false }), dose("Vắc xin lạ", "2025-10-12")];
    expect(next("measles", none, "2026-03-01")?.state).toBe("overdue");
    expect(courseOf("measles", none, "2026-03-01")?.given).toEqual([]);
  });

  test("the same day told by two hospitals is one dose", () => {
    const twice = [dose("Sởi", "2025-10-12"), dose("Sởi", "2025-10-12")];
    expect(courseOf("measles", twice, "2026-01-01")).toMatchObject({
      given: [{}],
      next: { state: "not-yet", dose: 2 },
    });
  });

  test("a birth date known by year gives no day: it is due or late only where that is sure", () => {
    const birth = { low: "2025-01-01", high: "2025-12-31" };
    expect(next("measles", [], "2025-09-30", { birth })?.state).toBe("not-yet");
    expect(next("measles", [], "2026-01-15", { birth })).toEqual({ state: "unsure", dose: 1, why: "birth-date" });
    expect(next("measles", [], "2026-11-01", { birth })?.state).toBe("overdue");
  });
});

describe("the schedule", () => {
  test("binds by the text in force when the child comes of age, and ends at eight years", () => {
    const birth = { low: "2024-04-01", high: "2024-04-01" };
    expect(courseOf("rotavirus", [], "2025-01-01", { birth })?.of).toBeUndefined();
    expect(courseOf("polio-injected", [], "2025-02-10", { birth })?.of).toBe(2);
    expect(isScheduled(BORN, "2033-01-09")).toBe(true);
    expect(isScheduled(BORN, "2033-01-10")).toBe(false);
  });

  test("is in order: ages rise within a course, and windows are not empty", () => {
    const day = (by: Parameters<typeof later>[1]) => later("2025-01-01", by);
    for (const { doses } of schedule)
      for (const [at, one] of doses.entries()) {
        expect(day(one.from) < day(one.until)).toBe(true);
        expect(day(one.earliest) <= day(one.from)).toBe(true);
        const before = doses[at - 1];
        if (before) expect(day(before.from) < day(one.from)).toBe(true);
      }
  });
});

describe("what a facility recommends", () => {
  test("stands with the course it speaks of, until a dose has answered it", () => {
    const recommended = [told("VNNB", { madeOn: "2026-02-01" }), told("Cúm mùa")];
    expect(courseOf("japanese-encephalitis", [], "2026-02-10", { recommended })?.told).toMatchObject([
      { title: "VNNB" },
    ]);
    const answered = [dose("VNNB", "2026-02-05")];
    expect(courseOf("japanese-encephalitis", answered, "2026-02-10", { recommended })?.told).toEqual([]);
    expect(courseOf("measles", [], "2026-02-10", { recommended })?.told).toEqual([]);
  });

  test("of hepatitis B is not about the dose at birth", () => {
    const recommended = [told("Viêm gan B")];
    expect(courseOf("hepatitis-b-birth", [], "2025-06-01", { recommended })?.told).toEqual([]);
    expect(courseOf("hepatitis-b", [], "2025-06-01", { recommended })?.told).toHaveLength(1);
  });
});

describe("whatever doses there are", () => {
  const names = [
    FIVE,
    "5 trong 1",
    "Hexaxim",
    "OPV",
    "IPV",
    "Sởi",
    "MR",
    "VNNB",
    "Imojev",
    "Rota",
    "DPT",
    "Td",
    "VGB",
    "BCG",
    "Vắc xin lạ",
  ];
  const anyDose = fc
    .record({
      name: fc.constantFrom(...names),
      after: fc.integer({ min: 0, max: 2900 }),
      span: fc.constantFrom(0, 0, 0, 30, 300),
    })
    .map(({ name, after, span }) => {
      const low = later(BORN.low, { days: after });
      return dose(name, low, { day: { low, high: later(low, { days: span }) } });
    });
  const today = fc.integer({ min: 0, max: 2900 }).map((days) => later(BORN.low, { days }));
  const remaining = (doses: RecordedDose[], day: string) =>
    planVaccinations(BORN, doses, [], day).map(({ of, given }) => of - given.length);

  test("their order does not matter", () =>
    fc.assert(
      fc.property(fc.array(anyDose, { maxLength: 12 }), today, (doses, day) => {
        expect(planVaccinations(BORN, doses.toReversed(), [], day)).toEqual(planVaccinations(BORN, doses, [], day));
      }),
      { numRuns: 200 },
    ));

  test("one more never leaves more to be given", () =>
    fc.assert(
      fc.property(fc.array(anyDose, { maxLength: 10 }), anyDose, today, (doses, more, day) => {
        const [before, after] = [remaining(doses, day), remaining([...doses, more], day)];
        for (const [at, left] of after.entries()) expect(left).toBeLessThanOrEqual(before[at] ?? 0);
      }),
      { numRuns: 300 },
    ));
});
