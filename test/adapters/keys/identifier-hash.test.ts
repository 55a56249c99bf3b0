import crypto from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identifierHash, identifierHashes } from "#app/adapters/keys/identifier-hash.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { IdentifierKind } from "#app/shared/identifiers.ts";

const ring = (current: string, keys: Map<string, Buffer>): KeyRing => ({
  personHash: { current, keys },
  sealing: { current: "s1", keys: new Map([["s1", crypto.randomBytes(32)]]) },
  sandbox: true,
});
const p1 = crypto.randomBytes(32);
const keys = ring("p1", new Map([["p1", p1]]));
const number = (value: string, kind: IdentifierKind = "personal_number", scope = "") => ({ kind, scope, value });

describe("an identifier is found by its keyed hash", () => {
  test("the hash begins with the id of its key, and the rest is 32 bytes", () => {
    const hash = identifierHash(keys, number("001099012345"));
    expect(hash.subarray(0, 3).toString()).toBe("p1:");
    expect(hash).toHaveLength(3 + 32);
  });

  test.each([
    ["spaces", "001 099 012 345"],
    ["dots", "001.099.012.345"],
    ["a line at its end", "001099012345\n"],
  ])("%s do not matter", (_name, written) => {
    expect(identifierHash(keys, number(written))).toEqual(identifierHash(keys, number("001099012345")));
  });

  test("case does not matter for a card, but does for a provider's subject", () => {
    const hash = (value: string, kind: IdentifierKind) => identifierHash(keys, number(value, kind)).toString("hex");
    expect(hash("gd4790123456789", "insurance_card")).toBe(hash("GD4790123456789", "insurance_card"));
    expect(hash("aB c", "oidc_subject")).not.toBe(hash("ABC", "oidc_subject"));
  });

  test("kind, scope and value all count, and cannot be moved into each other", () => {
    const texts = fc.string({ unit: fc.constantFrom("0", "1", "A", "-"), maxLength: 4 });
    const kinds = fc.constantFrom<IdentifierKind>("personal_number", "passport", "facility_patient_number", "other");
    const one = fc.record({ kind: kinds, scope: texts, value: texts });
    fc.assert(
      fc.property(one, one, (a, b) => {
        const same = a.kind === b.kind && a.scope === b.scope && a.value === b.value;
        expect(identifierHash(keys, a).equals(identifierHash(keys, b))).toBe(same);
      }),
    );
  });

  test("without the key nobody can compute it", () => {
    const other = ring("p1", new Map([["p1", crypto.randomBytes(32)]]));
    expect(identifierHash(other, number("001099012345"))).not.toEqual(identifierHash(keys, number("001099012345")));
  });
});

describe("when the key changes", () => {
  const rotated = ring(
    "p2",
    new Map([
      ["p1", p1],
      ["p2", crypto.randomBytes(32)],
    ]),
  );

  test("the current one writes", () => {
    expect(identifierHash(rotated, number("1")).subarray(0, 3).toString()).toBe("p2:");
  });

  test("a look-up asks for all of them, so what the old one wrote is found", () => {
    const asked = identifierHashes(rotated, number("1")).map((hash) => hash.toString("hex"));
    expect(asked).toHaveLength(2);
    expect(asked).toContain(identifierHash(keys, number("1")).toString("hex"));
    expect(asked).toContain(identifierHash(rotated, number("1")).toString("hex"));
  });

  test("a key that is gone is named", () => {
    expect(() => identifierHash(keys, number("1"), "p2")).toThrow('There is no person-hash key "p2"');
  });
});
