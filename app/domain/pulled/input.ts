import { z } from "zod";
import { pulledTypes } from "./rules.ts";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** An address an operator may configure: https and a name; in the sandbox this machine too. */
function isAllowed(address: string, sandbox: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  if (username || password || search || hash) return false;
  if (LOOPBACK.has(hostname)) return sandbox && (protocol === "http:" || protocol === "https:");
  // A bare address, or a name without a dot, is inside somebody's network.
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(hostname) && !/^[\d.]+$/.test(hostname);
  return protocol === "https:" && isName && !/\.(local|internal|localhost)$/i.test(hostname);
}

/** A source as an operator's form adds it. Loopback addresses are for the sandbox alone. */
export const pulledSourceInput = (sandbox: boolean) => {
  const address = z
    .string()
    .trim()
    .max(500, "too-long")
    .refine((text) => isAllowed(text, sandbox), "https-address");
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
