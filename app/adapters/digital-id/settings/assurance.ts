import { z } from "zod";

/**
 * What a claim has to say: this value, one of these values, or as a vector (`P9.Cp.Cd`) all of these parts.
 * A claim that is a list (`amr`) fits when it holds a wanted value.
 */
const wanted = z.union([
  z.string(),
  z.array(z.string()).min(1),
  z.strictObject({ parts: z.array(z.string().min(1)).min(1) }),
]);
export type WantedClaim = z.infer<typeof wanted>;

const rule = z.strictObject({
  /** 1 and 2 as VNeID's levels, 3 = level 2 with fresh strong authentication. The book needs 2. */
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** All of them must fit. */
  when: z.record(z.string().min(1), wanted).refine((all) => Object.keys(all).length > 0, "names no claim"),
  /** Counts only when `auth_time` is there and not older than so many seconds. */
  withinSeconds: z.number().int().min(1).max(3_600).optional(),
});
export type AssuranceRule = z.infer<typeof rule>;

/** Short form: what the values of `acr` mean. What is in no rule is level 0. */
const byAcr = z
  .record(z.string().min(1), z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]))
  .transform((levels): AssuranceRule[] =>
    Object.entries(levels).flatMap(([acr, level]) => (level === 0 ? [] : [{ level, when: { acr } }])),
  );

export const assuranceSettings = z.union([z.array(rule), byAcr]);
