import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, moment } from "./columns.ts";

/**
 * A citizen acting for another person, within a scope, until a date. Person-owned (the one represented).
 * States: invited → accepted → active → ended (design §6).
 */
export const proxies = pgTable(
  "proxies",
  {
    personId: id("person_id").notNull(),
    id: id("id").notNull(),
    helperId: id("helper_id").notNull(),
    legalKind: text("legal_kind", { enum: ["guardian", "written-authorisation", "helper"] }).notNull(),
    scope: text("scope", { enum: ["see", "act", "pharmacy", "pay"] }).notNull(),
    state: text("state", { enum: ["invited", "accepted", "active", "ended"] }).notNull(),
    startsAt: moment("starts_at").notNull(),
    endsAt: moment("ends_at").notNull(),
    endedReason: text("ended_reason"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] }), index("proxies_helper").on(t.helperId)],
);
