import { z } from "zod";
import { facilityKinds } from "./view.ts";

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max, "too-long")
    .optional()
    .transform((v) => v || undefined);

/** A new facility as an operator's form sends it. */
export const addFacilityInput = z.object({
  idempotencyKey: z.uuid(),
  kind: z.enum(facilityKinds, "required"),
  name: z.string().trim().min(1, "required").max(200, "too-long"),
  shortName: z.string().trim().min(1, "required").max(60, "too-long"),
  nameEn: optional(200),
  code5: optional(5)
    .refine((v) => v === undefined || /^[0-9A-Z]{5}$/i.test(v), "facility-code-5")
    .transform((v) => v?.toUpperCase()),
  code13: optional(13).refine((v) => v === undefined || /^\d{13}$/.test(v), "facility-code-13"),
  address: optional(300),
  phone: optional(20).refine((v) => v === undefined || /^[\d\s+().-]{3,20}$/.test(v), "phone"),
  legalBasis: z.string().trim().min(1, "required").max(300, "too-long"),
  expectedEveryHours: optional(4)
    .refine((v) => v === undefined || (/^\d+$/.test(v) && Number(v) >= 1 && Number(v) <= 8_760), "hours")
    .transform((v) => (v === undefined ? undefined : Number(v))),
});

export type AddFacilityInput = z.infer<typeof addFacilityInput>;
