import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, moment, xid8 } from "./columns.ts";

/** Acts that open no record: sign-ins, roster, clients, facilities, bound imports. Append-only. */
export const acts = pgTable(
  "acts",
  {
    id: id("id").notNull(),
    occurredAt: moment("occurred_at").notNull().default(sql`clock_timestamp()`),
    xact: xid8("xact").notNull().default(sql`pg_current_xact_id()`),
    act: text("act").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorPersonId: id("actor_person_id"),
    actorFacilityId: id("actor_facility_id"),
    aboutKind: text("about_kind").notNull(),
    aboutId: text("about_id").notNull(),
    /** Codes and counts only; never an identifier's value. */
    detail: jsonb("detail").notNull(),
    requestId: text("request_id"),
  },
  (t) => [primaryKey({ columns: [t.id] }), index("acts_recent").on(t.occurredAt)],
);
