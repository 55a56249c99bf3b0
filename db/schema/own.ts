import { boolean, integer, numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, moment } from "./columns.ts";

/** What people measure themselves; each change is a version, a withdrawn one too. Person-owned, append-only. */
export const ownMeasurements = pgTable(
  "own_measurements",
  {
    personId: id("person_id").notNull(),
    /** Made with the form: sent twice it is one. */
    id: id("id").notNull(),
    version: integer("version").notNull(),
    kind: text("kind", {
      enum: ["blood-pressure", "pulse", "weight", "height", "glucose", "temperature", "oxygen"],
    }).notNull(),
    measuredAt: moment("measured_at").notNull(),
    value: numeric("value").notNull(),
    /** Of blood pressure: the lower figure. */
    second: numeric("second"),
    unit: text("unit").notNull(),
    /** Of glucose: fasting, after a meal. */
    situation: text("situation", { enum: ["fasting", "after-meal", "other"] }),
    withdrawn: boolean("withdrawn").notNull().default(false),
    recordedAt: moment("recorded_at").notNull().defaultNow(),
    /** The person, or who acts for them. */
    recordedBy: id("recorded_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id, t.version] })],
);
