import { pgTable, primaryKey } from "drizzle-orm/pg-core";
import { id, moment } from "./columns.ts";

/** A visit the citizen chose to hide; everything of the case goes with it. Person-owned. */
export const hiddenCases = pgTable(
  "hidden_cases",
  {
    personId: id("person_id").notNull(),
    caseId: id("case_id").notNull(),
    hiddenAt: moment("hidden_at").notNull().defaultNow(),
    shownAgainAt: moment("shown_again_at"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.caseId, t.hiddenAt] })],
);
