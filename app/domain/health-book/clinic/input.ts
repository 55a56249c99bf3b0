import { z } from "zod";
import { phrases } from "./view.ts";

/** What the form of `/clinic/results` may send beside the results chosen. */
export const explainInput = z
  .object({
    phrase: z.enum(phrases),
    weeks: z.preprocess(
      (value) => (value === "" ? undefined : value),
      z.coerce.number().int().min(1).max(104).optional(),
    ),
    words: z.string().trim().max(1_000).default(""),
  })
  .refine(({ phrase, weeks }) => phrase !== "repeat" || weeks !== undefined, { path: ["weeks"], message: "required" });

export type ExplainInput = z.infer<typeof explainInput>;
