import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newReference, readReference } from "#app/domain/corrections/reference.ts";
import { correctionStates, isOpen, mayStep, type Step, transitions } from "#app/domain/corrections/rules.ts";
import { deadlines, escalatesAt, extended } from "#app/domain/corrections/terms.ts";
import { localDay } from "#app/shared/dates.ts";
import { afterDays, afterWorkingDays, isWorkingDay } from "#app/shared/working-days.ts";

const at = (day: string, time = "10:00") => new Date(`${day}T${time}:00+07:00`);

describe("the calendar", () => {
  test.each([
    ["a Friday", "2026-11-20", "2026-11-24"],
    ["a Saturday", "2026-11-21", "2026-11-24"],
    ["the eve of Tết", "2026-02-13", "2026-02-24"],
    ["30 April, before 1 May and a weekend", "2026-04-30", "2026-05-05"],
  ])("two working days after %s", (_name, from, until) => {
    expect(localDay(afterWorkingDays(at(from), 2))).toBe(until);
  });

  test("ten days are calendar days, and end on a working day", () => {
    expect(localDay(afterDays(at("2026-11-22"), 10))).toBe("2026-12-02");
    expect(localDay(afterDays(at("2026-11-18"), 10))).toBe("2026-11-30");
    expect(localDay(afterDays(at("2026-02-10"), 10))).toBe("2026-02-23");
  });

  test("a day is a Vietnamese day, to its last second", () => {
    expect(afterDays(at("2026-11-22", "23:59"), 10).toISOString()).toBe("2026-12-02T16:59:59.000Z");
    expect(afterDays(at("2026-11-23", "00:01"), 10).toISOString()).toBe("2026-12-03T16:59:59.000Z");
  });

  test("no deadline falls on a day off or before its term, whenever it begins", () => {
    fc.assert(
      fc.property(
        fc.date({ min: at("2026-01-01"), max: at("2028-12-31"), noInvalidDate: true }),
        fc.boolean(),
        (sent, third) => {
          const { acknowledgeBy, decideBy } = deadlines(sent, third);
          const more = extended(sent, decideBy, third);
          for (const day of [acknowledgeBy, decideBy, more]) expect(isWorkingDay(localDay(day))).toBe(true);
          expect(decideBy.getTime() - sent.getTime()).toBeGreaterThanOrEqual((third ? 15 : 10) * 86_400_000 - 1_000);
          expect(acknowledgeBy.getTime()).toBeGreaterThan(sent.getTime());
          expect(escalatesAt(sent, decideBy).getTime()).toBeGreaterThan(decideBy.getTime());
          expect(more.getTime()).toBeGreaterThan(decideBy.getTime());
        },
      ),
    );
  });
});

describe("numbers", () => {
  test("are read as people write them, and nothing else is", () => {
    for (let i = 0; i < 200; i++) {
      const reference = newReference(at("2026-11-22"));
      expect(reference).toMatch(/^YC-26-[2-9B-Z]{4}-[2-9B-Z]{2}$/);
      for (const written of [
        reference,
        reference.toLowerCase(),
        reference.replaceAll("-", " "),
        reference.replaceAll("-", ""),
      ])
        expect(readReference(written)).toBe(reference);
    }
    for (const odd of ["", "YC", "YC-26-7K3M-Q", "YC-26-7K3M-QQQ", "YC-26-AEIO-UU", "';--", "../x"])
      expect(readReference(odd)).toBeUndefined();
  });
});

describe("states", () => {
  const steps = Object.keys(transitions) as Step[];
  const standing = fc.record({
    state: fc.constantFrom(...correctionStates),
    decideBy: fc.date({ noInvalidDate: true }),
    extendedAt: fc.option(fc.date({ noInvalidDate: true })),
    escalatedAt: fc.option(fc.date({ noInvalidDate: true })),
    aboutFacilityId: fc.option(fc.uuid()),
  });

  test("what is withdrawn or corrected is over; what was brought before the department is so once", () => {
    fc.assert(
      fc.property(standing, fc.date({ noInvalidDate: true }), (one, now) => {
        const open = steps.filter((step) => mayStep(step, one, now));
        if (one.state === "withdrawn" || one.state === "corrected") expect(open).toEqual([]);
        if (one.escalatedAt || !one.aboutFacilityId) expect(open).not.toContain("escalate");
        if (one.extendedAt || now > one.decideBy) expect(open).not.toContain("extend");
        expect(open.includes("withdraw")).toBe(isOpen(one.state));
        expect(open.includes("decide")).toBe(isOpen(one.state));
      }),
    );
  });
});
