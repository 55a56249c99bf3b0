import { z } from "zod";
import { bookSections } from "#app/domain/access/data-types.ts";
import { circumstances, correctionKinds, MOST_LETTERS, outcomes } from "./rules.ts";

const words = z
  .string()
  .transform((text) => text.replaceAll("\r\n", "\n").replaceAll("\0", "").trim())
  .pipe(z.string().max(MOST_LETTERS, "too-long"));

const optionalId = z
  .union([z.uuid(), z.literal("")])
  .optional()
  .transform((id) => id || undefined);

/** A report as a form sends it. */
export const sendCorrectionInput = z
  .object({
    /** Made with the form; the same one again is the same report. */
    idempotencyKey: z.uuid(),
    kind: z.enum(correctionKinds, "required"),
    /** Whose book was open where the form was made; another may be open by now, in another tab. */
    bookId: optionalId,
    entryId: optionalId,
    section: z.enum(bookSections, "required"),
    facilityId: optionalId,
    circumstances: z.array(z.enum(circumstances)).max(circumstances.length).default([]),
    words: words.default(""),
    contact: z.enum(["portal", "call"]).default("portal"),
    tellInsurer: z.boolean().default(false),
  })
  .refine(({ kind, words, circumstances: ticked }) => words !== "" || (kind === "not-mine" && ticked.length > 0), {
    path: ["words"],
    error: ({ input }) => ((input as { kind?: string }).kind === "not-mine" ? "tick-or-write" : "required"),
  })
  .refine(({ kind, entryId }) => kind === "missing" || entryId !== undefined, { path: ["kind"], error: "needs-item" });

export type SendCorrectionInput = z.infer<typeof sendCorrectionInput>;

/** An answer: whoever does not correct everything says why. */
export const decideInput = z.object({
  outcome: z.enum(outcomes, "required"),
  words: words.pipe(z.string().min(1, "required")),
});
export type DecideInput = z.infer<typeof decideInput>;

/** The reason of an extension. */
export const reasonInput = z.object({ words: words.pipe(z.string().min(1, "required")) });

/** What may be added when a report is brought before the health department. */
export const escalateInput = z.object({ words: words.default("") });
