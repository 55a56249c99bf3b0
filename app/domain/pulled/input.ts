import { z } from "zod";
import { isRemoteAddress } from "#app/shared/remote-address.ts";
import { pulledTypes } from "./rules.ts";

/** A source as an operator's form adds it. Loopback addresses are for the sandbox alone. */
export const pulledSourceInput = (sandbox: boolean) => {
  const address = z
    .string()
    .trim()
    .max(500, "too-long")
    .refine((text) => isRemoteAddress(text, sandbox), "https-address");
  const optional = <T extends z.ZodType>(form: T) =>
    z.preprocess((text) => (typeof text === "string" && text.trim() === "" ? undefined : text), form.optional());
  return z
    .object({
      facilityId: z.uuid("required"),
      baseUrl: address,
      tokenUrl: optional(address),
      clientId: optional(z.string().trim().max(200, "too-long")),
      resourceTypes: z.array(z.enum(pulledTypes)).min(1, "required"),
      everyMinutes: z.coerce.number("invalid").int("invalid").min(5, "invalid").max(10_080, "invalid"),
    })
    .refine((input) => sandbox || input.clientId !== undefined, { path: ["clientId"], message: "required" });
};

export type PulledSourceInput = z.infer<ReturnType<typeof pulledSourceInput>>;
