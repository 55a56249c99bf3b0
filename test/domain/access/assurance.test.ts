import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor, AssuranceLevel } from "#app/domain/access/actor.ts";
import { assuranceOf, isFresh, isStepUpAction, requireFresh, type StepUpAction } from "#app/domain/access/assurance.ts";
import { decide } from "#app/domain/access/rules.ts";
import { newId } from "#app/shared/ids.ts";

const now = new Date("2026-11-22T08:00:00Z");
const actions = Object.keys(assuranceOf) as StepUpAction[];
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe("the table of assurance", () => {
  test.each(actions)("%s: allowed at its level and age, refused below and beyond", (action) => {
    const { level, minutes } = assuranceOf[action];
    const at = (assuranceLevel: number, seconds: number) =>
      isFresh({ assuranceLevel: assuranceLevel as AssuranceLevel, authenticatedAt: ago(seconds) }, action, now);
    expect([at(level, 0), at(level, minutes * 60), at(level, -30)]).toEqual([true, true, true]);
    expect([at(level - 1, 0), at(level, minutes * 60 + 1), at(level, -600)]).toEqual([false, false, false]);
    expect(isFresh({ assuranceLevel: level }, action, now)).toBe(false);
  });

  test("says in its refusal which act, what level and how fresh", () => {
    const actor = { assuranceLevel: 2, authenticatedAt: now } as const;
    expect(() => requireFresh({ actor, now: () => now }, "export")).toThrowError(
      expect.objectContaining({
        kind: "forbidden",
        code: "step-up-needed",
        details: { action: "export", level: 3, minutes: 15 },
      }),
    );
  });

  test("knows its own acts only", () => {
    fc.assert(fc.property(fc.string(), (text) => isStepUpAction(text) === actions.includes(text as StepUpAction)));
    for (const inherited of ["toString", "__proto__", "constructor"]) expect(isStepUpAction(inherited)).toBe(false);
  });
});

describe("the decision on a record", () => {
  const personId = newId();
  const actor = (assuranceLevel: AssuranceLevel, seconds: number): Actor => ({
    kind: "citizen",
    personId,
    assuranceLevel,
    authenticatedAt: ago(seconds),
  });
  const request = { personId, dataTypes: ["visits"], subject: "book", showHidden: false } as const;

  test("an export is one without saying so", () => {
    const wanted = { ...request, action: "export" } as const;
    expect(decide(actor(3, 60), wanted, now).permit).toBe(true);
    expect(decide(actor(2, 60), wanted, now)).toMatchObject({
      permit: false,
      reason: "step-up-needed",
      needs: "export",
    });
    expect(decide(actor(3, 901), wanted, now)).toMatchObject({ permit: false, reason: "step-up-needed" });
  });

  test("who is below the book's level is told that first, and a stranger nothing", () => {
    const wanted = { ...request, action: "export" } as const;
    expect(decide(actor(1, 0), wanted, now)).toMatchObject({ reason: "level-too-low" });
    expect(decide(actor(2, 0), { ...wanted, personId: newId() }, now)).toMatchObject({ reason: "not-yours" });
  });
});
