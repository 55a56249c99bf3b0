import { z } from "zod";
import { assertionAlgorithms, machineScopes } from "./rules.ts";

/** Parameters that must never leave the sender: a JWKS with one of them holds a private key. */
const PRIVATE = ["d", "p", "q", "dp", "dq", "qi", "k", "oth"];

const publicKey = z
  .looseObject({ kty: z.string(), kid: z.string().min(1, "key-without-kid").max(200) })
  .refine((key) => !PRIVATE.some((name) => name in key), "private-key")
  .refine(
    (key) =>
      (key.kty === "EC" && ["P-256", "P-384"].includes(String(key.crv))) ||
      (key.kty === "RSA" && typeof key.n === "string" && key.n.length >= 342),
    "key-type",
  )
  // The token endpoint would never find it: a key that names an algorithm is for that one alone.
  .refine((key) => key.alg === undefined || assertionAlgorithms.some((alg) => alg === key.alg), "key-algorithm");

const jwks = z
  .string()
  .trim()
  .min(1, "required")
  .max(20_000, "too-long")
  .transform((text, ctx) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      ctx.addIssue({ code: "custom", message: "not-json" });
      return z.NEVER;
    }
  })
  .pipe(z.looseObject({ keys: z.array(publicKey).min(1, "no-keys").max(10, "too-many-keys") }, "not-jwks"));

/** A system as an operator's form registers it. */
export const registerClientInput = z.object({
  idempotencyKey: z.uuid(),
  facilityId: z.uuid("required"),
  name: z.string().trim().min(1, "required").max(120, "too-long"),
  scopes: z.array(z.enum(machineScopes)).min(1, "required"),
  jwks,
});

export type RegisterClientInput = z.infer<typeof registerClientInput>;
