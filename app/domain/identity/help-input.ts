import { z } from "zod";
import { caseAnswers, caseRefusals } from "./case-rules.ts";

/** How to reach somebody whose sign-in waits, and what they want to say. Digits as people write them: +84, spaces, dots. */
export const helpWordInput = z.object({
  phone: z
    .string()
    .trim()
    .min(1, "required")
    .transform((text) => text.replace(/[\s.()-]/g, ""))
    .pipe(z.string().regex(/^\+?\d{8,15}$/, "phone")),
  words: z.string().trim().max(1_000, "too-long").default(""),
});

const why = z.string().trim().min(1, "required").max(2_000, "too-long");
const revision = z.coerce.number().int().positive();

/** What an operator decides of a case, as the form sends it: `link:<person>`, `reissue:<person>`, `create` or `refuse`. */
export const decideIdentityInput = z
  .object({
    decision: z.string().regex(/^(?:(?:link|replace|reissue):[0-9a-f-]{36}|create|refuse)$/, "required"),
    refusal: z.enum(caseRefusals).optional().catch(undefined),
    why,
    revision,
  })
  .transform(({ decision, ...rest }) => {
    const [kind = "", personId] = decision.split(":");
    return { ...rest, kind: kind as "link" | "replace" | "reissue" | "create" | "refuse", personId };
  })
  .refine((said) => said.kind !== "refuse" || said.refusal !== undefined, { path: ["refusal"], message: "required" });

/** What a second operator says to a proposal. */
export const settleProposalInput = z.object({ proposalId: z.string(), why });

export const answerIdentityInput = z.object({ answer: z.enum(caseAnswers, "required"), revision });

export type DecideIdentity = z.infer<typeof decideIdentityInput>;
export type SettleProposal = z.infer<typeof settleProposalInput>;
