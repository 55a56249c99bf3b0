import { z } from "zod";
import { isRemoteAddress } from "#app/shared/remote-address.ts";
import { assertionAlgorithms, MOST_KEYS, machineScopes } from "./rules.ts";

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

/** A set of public keys, as a system publishes it. */
export const jwksDocument = z.looseObject(
  { keys: z.array(publicKey).min(1, "no-keys").max(MOST_KEYS, "too-many-keys") },
  "not-jwks",
);

const pasted = z
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
  .pipe(jwksDocument);

const optional = <T extends z.ZodType>(form: T) =>
  z.preprocess((text) => (typeof text === "string" && text.trim() === "" ? undefined : text), form.optional());

const address = (sandbox: boolean) =>
  z
    .string()
    .trim()
    .max(500, "too-long")
    .refine((text) => isRemoteAddress(text, sandbox), "https-address");

const scopes = z.array(z.enum(machineScopes)).min(1, "required");

/** A system as an operator's form registers it: its keys pasted, or the address where it publishes them. */
export const registerClientInput = (sandbox: boolean) =>
  z
    .object({
      idempotencyKey: z.uuid(),
      facilityId: z.uuid("required"),
      name: z.string().trim().min(1, "required").max(120, "too-long"),
      scopes,
      jwks: optional(pasted),
      jwksUri: optional(address(sandbox)),
    })
    .refine(({ jwks, jwksUri }) => jwks !== undefined || jwksUri !== undefined, { path: ["jwks"], message: "required" })
    .refine(({ jwks, jwksUri }) => jwks === undefined || jwksUri === undefined, {
      path: ["jwksUri"],
      message: "keys-or-address",
    });

export type RegisterClientInput = z.infer<ReturnType<typeof registerClientInput>>;

export const addKeysInput = z.object({ jwks: pasted });
export const changeScopesInput = z.object({ scopes });
export const keyAddressInput = (sandbox: boolean) => z.object({ jwksUri: address(sandbox) });
