import { z } from "zod";
import * as t from "../datatypes.ts";

/** http://hl7.org/fhir/R4/familymemberhistory.html – what one relative has or had. */
export const familyMemberHistory = z.looseObject({
  ...t.resourceBase,
  resourceType: z.literal("FamilyMemberHistory"),
  status: z.string().optional(),
  date: t.dateTime.optional(),
  relationship: t.codeableConcept.optional(),
  note: z.array(t.annotation).optional(),
  condition: z
    .array(
      z.looseObject({
        code: t.codeableConcept.optional(),
        outcome: t.codeableConcept.optional(),
        note: z.array(t.annotation).optional(),
      }),
    )
    .optional(),
});

export type FamilyMemberHistory = z.infer<typeof familyMemberHistory>;
