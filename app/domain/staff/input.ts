import { z } from "zod";
import { fhirInterval } from "#app/shared/dates.ts";
import { personalNumber } from "#app/shared/identifiers.ts";
import { isLicenceNumber, isOfDepartment, needsLicence, staffRoles } from "./rules.ts";

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max, "too-long")
    .optional()
    .transform((v) => v || undefined);

const date = optional(10).refine((v) => v === undefined || isDay(v), "date");

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && fhirInterval(text) !== undefined;

const terms = {
  degree: optional(120),
  licenceNumber: optional(40).refine((v) => v === undefined || isLicenceNumber(v), "licence-number"),
  validFrom: date,
  validTo: date,
};

const inOrder = (v: { validFrom?: string | undefined; validTo?: string | undefined }) =>
  !v.validFrom || !v.validTo || v.validFrom <= v.validTo;

/** What may be changed of a line: not who, what and where; these are ended, and added anew. */
export const changeStaffInput = z.object(terms).refine(inOrder, { path: ["validTo"], message: "ends-before" });

/** A person's role at a place, as the form and each row of a file say it. Days are Vietnamese days, both included. */
export const staffInput = z
  .object({
    number: z
      .string()
      .trim()
      .min(1, "required")
      .refine((v) => personalNumber(v) !== undefined, "personal-number"),
    name: z.string().trim().min(1, "required").max(120, "too-long"),
    role: z.enum(staffRoles, "staff-role"),
    facilityId: optional(36),
    issuer: z.string().min(1, "required"),
    ...terms,
  })
  .superRefine((v, ctx) => {
    const wrong = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
    if (isOfDepartment(v.role) && v.facilityId) wrong("facilityId", "role-of-department");
    if (!isOfDepartment(v.role) && !v.facilityId) wrong("facilityId", "required");
    if (needsLicence(v.role) && !v.licenceNumber) wrong("licenceNumber", "licence-needed");
    if (!inOrder(v)) wrong("validTo", "ends-before");
  });

export type StaffInput = z.infer<typeof staffInput>;
export type StaffTerms = z.infer<typeof changeStaffInput>;
