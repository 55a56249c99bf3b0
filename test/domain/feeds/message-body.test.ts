import fc from "fast-check";
import { expect, test } from "vitest";
import { type KeptBody, openBody, sealBody } from "#app/domain/feeds/internal/message-body.ts";
import { newId } from "#app/shared/ids.ts";
import { testKeys } from "#test/support/keys.ts";

const keys = testKeys();
const of = { facilityId: newId(), messageId: newId() };

test("any bytes open as they were sealed, and never take more room for being compressed", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), fc.nat(20), (bytes, times) => {
      const sent = Buffer.concat(Array.from({ length: times }, () => bytes));
      const kept = sealBody(keys, of, sent);
      expect(openBody(keys, of, kept).equals(sent)).toBe(true);
      expect(kept.sealed.length).toBeLessThan(sent.length + 64);
    }),
    { numRuns: 200 },
  );
});

test("what was kept before bytes were compressed opens too, and another delivery's does not", () => {
  const kept: KeptBody = sealBody(keys, of, Buffer.from("{}"));
  expect([kept.packed, openBody(keys, of, kept).toString()]).toEqual([false, "{}"]);
  expect(() => openBody(keys, { ...of, messageId: newId() }, kept)).toThrow();
});
