import { z } from "zod";

/** A claim: its name, or its steps where it lies deeper (`address.country`, `["names", "0", "value"]`). */
const path = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
export type ClaimPath = z.infer<typeof path>;

/** One source or several; a single name is short for a list of one. */
const from = z.union([
  z
    .string()
    .min(1)
    .transform((one): ClaimPath[] => [one]),
  z.array(path).min(1),
]);

/** Short form: the claim's name alone, everything else as usual. */
const orName = <T extends z.ZodType>(shape: T) =>
  z.preprocess((given) => (typeof given === "string" ? { from: given } : given), shape);

export const nameParsers = ["full", "family-first", "given-first"] as const;
export const birthFormats = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "dd/MM/yyyy", "yyyy"] as const;
export type BirthFormat = (typeof birthFormats)[number];
export const numberParsers = ["personal-number", "any"] as const;

/** `full`: the first that is there. `family-first`, `given-first`: family and given names in that order in `from`. */
export const nameClaim = orName(z.strictObject({ from, parser: z.enum(nameParsers).default("full") }));

export const birthClaim = orName(
  z.strictObject({
    from,
    /** Tried in this order. */
    formats: z
      .array(z.enum(birthFormats))
      .min(1)
      .default([...birthFormats]),
    /** Some registers write 01/01 where only the year is known. */
    firstOfJanuary: z.enum(["day", "year"]).default("day"),
  }),
);

export const sexClaim = orName(
  z.strictObject({
    from,
    /** Compared without case. ISO 5218 and the Ministry's lists have 1 for men, 2 for women; some registers do not. */
    male: z.array(z.string()).default(["male", "m", "nam", "1"]),
    female: z.array(z.string()).default(["female", "f", "nữ", "nu", "2"]),
  }),
);

export const numberClaim = orName(
  z.strictObject({
    from,
    /** Taken off the front: `EE` of Estonia's `EE60001019906`. */
    stripPrefix: z.string().min(1).optional(),
    /** `personal-number`: 12 digits, anything else is refused. `any`: another country's number as it is. */
    parser: z.enum(numberParsers).default("personal-number"),
  }),
);

export const textClaim = orName(z.strictObject({ from }));

/** Our fields, and the provider's claims they come from. */
export const claimSettings = z.strictObject({
  name: nameClaim.prefault("name"),
  birthDate: birthClaim.prefault("birthdate"),
  sex: sexClaim.prefault("gender"),
  personalNumber: numberClaim.prefault("personal_number"),
  /** The number before, where a re-issued one comes with it: then the re-issue is recorded without asking anybody. */
  formerNumber: textClaim.prefault("former_personal_number"),
  passport: textClaim.prefault("passport_number"),
});

export type ClaimSettings = z.infer<typeof claimSettings>;
