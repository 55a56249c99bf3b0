import crypto from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { seal, unseal, unsealText } from "#app/adapters/keys/sealing.ts";

const secrets = (...ids: string[]) => new Map(ids.map((id) => [id, crypto.randomBytes(32)]));
const ring = (current: string, keys: Map<string, Buffer>): KeyRing => ({
  personHash: { current: "p1", keys: secrets("p1") },
  sealing: { current, keys },
  sandbox: true,
});
const keys = ring("s1", secrets("s1"));
const here = { table: "identifiers", owner: "person-1", row: "row-1" };

describe("a sealed value opens only where it belongs", () => {
  test("it opens to what was sealed, bytes and text alike, the empty text too", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(unseal(keys, here, seal(keys, here, bytes)).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
    for (const text of ["", "Nguyễn Thị Đào", "a".repeat(100_000)])
      expect(unsealText(keys, here, seal(keys, here, text))).toBe(text);
  });

  test("the same value is never sealed alike, and does not stand in the envelope", () => {
    const [a, b] = [seal(keys, here, "001099012345"), seal(keys, here, "001099012345")];
    expect(a.equals(b)).toBe(false);
    expect(a.toString("latin1")).not.toContain("001099012345");
  });

  test.each([
    ["another row", { ...here, row: "row-2" }],
    ["another owner", { ...here, owner: "person-2" }],
    ["another table", { ...here, table: "persons" }],
  ])("not in %s", (_name, elsewhere) => {
    expect(() => unseal(keys, elsewhere, seal(keys, here, "x"))).toThrow();
  });

  test("not when any one bit of it was changed", () => {
    const sealed = seal(keys, here, "Nguyễn Thị Đào");
    for (let byte = 0; byte < sealed.length; byte++) {
      for (let bit = 0; bit < 8; bit++) {
        const changed = Buffer.from(sealed);
        changed[byte] = (changed[byte] ?? 0) ^ (1 << bit);
        expect(() => unseal(keys, here, changed), `byte ${byte}, bit ${bit}`).toThrow();
      }
    }
  });

  test("not when it was cut short or made longer, not even to a shorter tag", () => {
    for (const sealed of [seal(keys, here, "Nguyễn Thị Đào"), seal(keys, here, "")]) {
      for (let length = 0; length < sealed.length; length++)
        expect(() => unseal(keys, here, sealed.subarray(0, length)), `${length} bytes`).toThrow();
      expect(() => unseal(keys, here, Buffer.concat([sealed, Buffer.from([0])]))).toThrow();
    }
  });
});

describe("keys can be changed", () => {
  test("what an older key sealed still opens, and new values take the new key", () => {
    const old = seal(keys, here, "before");
    const rotated = ring("s2", new Map([...keys.sealing.keys, ...secrets("s2")]));
    expect(unsealText(rotated, here, old)).toBe("before");
    const fresh = seal(rotated, here, "after");
    expect(fresh.subarray(1, 3).toString()).toBe("s2");
    expect(unsealText(rotated, here, fresh)).toBe("after");
    expect(() => unseal(keys, here, fresh)).toThrow('There is no sealing key "s2"');
  });

  test("a ring with another key of the same name opens nothing, also after many owners", () => {
    const other = ring("s1", secrets("s1"));
    for (let i = 0; i < 2_100; i++) seal(other, { ...here, owner: `owner-${i}` }, "x");
    const sealed = seal(keys, here, "x");
    expect(unsealText(keys, here, sealed)).toBe("x");
    expect(() => unseal(other, here, sealed)).toThrow();
  });
});
