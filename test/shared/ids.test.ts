import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryIdOf, isId, newId } from "#app/shared/ids.ts";

describe("ids", () => {
  test("a new id is ours, never twice the same, and ordered by time", async () => {
    const before = newId();
    await new Promise((resolve) => setTimeout(resolve, 2));
    const many = Array.from({ length: 1_000 }, newId);
    expect(new Set(many).size).toBe(1_000);
    expect(many.every(isId)).toBe(true);
    expect(many.every((id) => id > before)).toBe(true);
  });

  test("an entry's id depends on its facility, type and source id, and on nothing else", () => {
    const a = newId();
    expect(entryIdOf(a, "Observation", "1")).toBe(entryIdOf(a, "Observation", "1"));
    expect(isId(entryIdOf(a, "Observation", "1"))).toBe(true);
    const others = [
      entryIdOf(newId(), "Observation", "1"),
      entryIdOf(a, "Condition", "1"),
      entryIdOf(a, "Observation", "2"),
    ];
    expect(others).not.toContain(entryIdOf(a, "Observation", "1"));
  });

  test("it is the one published: changing it would give every entry a new address", () => {
    expect(entryIdOf("018f5a9e-0000-7000-8000-000000000001", "Observation", "hba1c-1")).toBe(
      "dc1b0dab-cfaf-55da-8768-23126de7e404",
    );
  });

  test.each([
    "",
    "x",
    "' or true --",
    "../1",
    "018F5A9E-0000-7000-8000-000000000001",
    "018f5a9e00007000800000000000001",
  ])("%j has not the form of an id", (text) => expect(isId(text)).toBe(false));

  test("no text makes the check throw", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof isId(text)).toBe("boolean");
      }),
    );
  });
});
