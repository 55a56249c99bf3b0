import fc from "fast-check";
import { expect, test } from "vitest";
import { afterFailure, type Breaker, laterOf, pauseAfter } from "#app/domain/pulled/rules.ts";

test("three failures in a row open the breaker, and a probe that fails opens it again at once", () => {
  const closed: Breaker = { state: "closed", failures: 0 };
  const states = [1, 2, 3].reduce<Breaker[]>((all) => [...all, afterFailure(all.at(-1) ?? closed)], []);
  expect(states.map((s) => s.state)).toEqual(["closed", "closed", "open"]);
  expect(afterFailure({ state: "half_open", failures: 3 })).toEqual({ state: "open", failures: 4 });
});

test("pauses grow, are spread, honour what the server asked, and end at an hour", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(10_000),
      (n, r, asked) => {
        const pause = pauseAfter(n, r, asked);
        expect(pause).toBeGreaterThanOrEqual(Math.min(Math.max(30, asked), 3_600));
        expect(pause).toBeLessThanOrEqual(3_600);
        expect(pauseAfter(n + 1, r, asked)).toBeGreaterThanOrEqual(pause);
      },
    ),
  );
});

test("the later time is told by what it means, not by how it is written", () => {
  expect(laterOf("2026-11-22T08:00:00+07:00", "2026-11-22T02:00:00Z")).toBe("2026-11-22T02:00:00Z");
  expect([laterOf(undefined, "2026-01-01T00:00:00Z"), laterOf(undefined, undefined)]).toEqual([
    "2026-01-01T00:00:00Z",
    undefined,
  ]);
});
