import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenBucket } from "#app/shared/token-bucket.ts";

test("never gives more than it held at first and what came since, and everything to whoever waits", () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 2_000 }), fc.constantFrom(1, 2, 4)), { maxLength: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 4, max: 20 }), steps, (perSecond, most, asked) => {
      const bucket = tokenBucket({ perSecond, most });
      let now = 0;
      let given = 0;
      for (const [wait, price] of asked) {
        now += wait;
        if (bucket.take(now, price)) given += price;
        expect(given).toBeLessThanOrEqual(most + (now / 1000) * perSecond + 1e-6);
      }
      expect(bucket.take(now + (1000 * most) / perSecond + 1, most)).toBe(true);
    }),
  );
});
