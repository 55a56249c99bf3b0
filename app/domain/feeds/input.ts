import { z } from "zod";
import { feedKinds } from "#app/domain/feed-status/kinds.ts";
import { fhirInterval } from "#app/shared/dates.ts";

/** How often a facility sends a kind, as an operator's form says it; no hours: it does not send it. */
export const rhythmInput = z.object({
  kind: z.enum(feedKinds, "required"),
  everyHours: z
    .string()
    .trim()
    .optional()
    .refine((v) => !v || (/^\d+$/.test(v) && Number(v) >= 1 && Number(v) <= 8_760), "hours")
    .transform((v) => (v ? Number(v) : undefined)),
  workingDays: z
    .string()
    .optional()
    .transform((v) => v === "yes"),
  source: z.string().trim().min(1, "required").max(300, "too-long"),
});

export type RhythmInput = z.infer<typeof rhythmInput>;

/** `2026-11-22T14:30` of a `datetime-local` field, in Vietnamese time. */
const moment = (text: string | undefined): Date | undefined =>
  text && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? fhirInterval(`${text}:00+07:00`)?.low : undefined;

const text = z.string().trim().min(1, "required").max(500, "too-long");

/** Notice of an outage. Without an end it holds until it is ended. */
export const outageInput = z
  .object({
    idempotencyKey: z.uuid(),
    wholeProvince: z
      .string()
      .optional()
      .transform((v) => v === "yes"),
    /** None: all kinds. */
    ofKind: z.union([z.enum(feedKinds), z.literal("")]).optional(),
    startsAt: z
      .string()
      .refine((v) => moment(v) !== undefined, "date-time")
      .transform((v) => moment(v) as Date),
    endsAt: z
      .string()
      .optional()
      .refine((v) => !v || moment(v) !== undefined, "date-time")
      .transform((v) => moment(v)),
    textVi: text,
    textEn: text,
  })
  .refine((v) => !v.endsAt || v.endsAt > v.startsAt, { path: ["endsAt"], message: "ends-before" });

export type OutageInput = z.infer<typeof outageInput>;
