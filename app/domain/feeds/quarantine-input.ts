import { z } from "zod";

/** An operator's decision as its form sends it: `attach:` and whose, `create` or `reject`. */
export const decideCaseInput = z
  .object({
    decision: z.string("required").regex(/^(?:attach:[0-9a-f-]{36}|create|reject)$/, "required"),
    link: z.literal("yes").optional(),
    note: z.string("required").trim().min(1, "required").max(2_000, "too-long"),
  })
  .transform(({ decision, link, note }) => {
    const [what = "", personId] = decision.split(":");
    return { decision: what as "attach" | "create" | "reject", personId, link: link === "yes", note };
  });
