import { z } from "zod";
import { staffRoles } from "#app/domain/access/actor.ts";
import type { Duty } from "./view.ts";

const role = z.enum(staffRoles);
const duty = z.tuple([role]).or(z.tuple([role, z.uuid()]));

/** `role` or `role:facility` as the buttons send it; empty for no duty at all. */
export const dutyInput = z
  .literal("")
  .transform((): Duty | undefined => undefined)
  .or(
    z
      .string()
      .transform((said) => said.split(":"))
      .pipe(duty as z.ZodType<[Duty["role"], string?], string[]>)
      .transform(([as, facilityId]): Duty | undefined => ({ role: as, facilityId })),
  );

/** A browser that becomes a counter: what people there call it; where it stands, for operators to say. */
export const counterInput = z.object({
  name: z.string().trim().min(1, "required").max(60, "too-long"),
  facilityId: z
    .uuid()
    .optional()
    .or(z.literal("").transform(() => undefined)),
});
