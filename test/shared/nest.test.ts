import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Nested, nest } from "#app/shared/nest.ts";

interface Item {
  id: string;
  parts: string[];
}

const idsOf = ({ item, parts }: Nested<Item>): string[] => [item.id, ...parts.flatMap(idsOf)];
const nested = (items: Item[]) => nest(items, (item) => item.parts);
const shape = ({ item, parts }: Nested<Item>): unknown => (parts.length > 0 ? [item.id, parts.map(shape)] : item.id);

describe("a list as trees", () => {
  test("parts stand within their whole, in the whole's order; what is named and absent is left out", () => {
    const items = [
      { id: "report", parts: ["b", "panel", "elsewhere"] },
      { id: "a", parts: [] },
      { id: "b", parts: [] },
      { id: "panel", parts: ["c"] },
      { id: "c", parts: [] },
    ];
    expect(nested(items).map(shape)).toEqual([["report", ["b", ["panel", ["c"]]]], "a"]);
  });

  test("every item stands exactly once, whatever names what", () => {
    const id = fc.constantFrom("a", "b", "c", "d", "e");
    const parts = fc.array(id, { maxLength: 5 });
    fc.assert(
      fc.property(fc.uniqueArray(fc.record({ id, parts }), { selector: (item) => item.id }), (items) => {
        expect(nested(items).flatMap(idsOf).sort()).toEqual(items.map((item) => item.id).sort());
      }),
    );
  });
});
