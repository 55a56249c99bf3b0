import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytea, id, moment } from "./columns.ts";

/** Results whose class waits before it is shown (`domain/access/release-rules.ts`). Person-owned. */
export const resultHolds = pgTable(
  "result_holds",
  {
    personId: id("person_id").notNull(),
    entryId: id("entry_id").notNull(),
    facilityId: id("facility_id").notNull(),
    class: text("class").notNull(),
    /** It is shown from then on, whatever happens. */
    appearsAt: moment("appears_at").notNull(),
    releasedAt: moment("released_at"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.entryId] })],
);

/** Results that clinicians of their facility may explain, and how often they have. Facility-owned; no clinical value. */
export const resultInbox = pgTable(
  "result_inbox",
  {
    facilityId: id("facility_id").notNull(),
    entryId: id("entry_id").notNull(),
    personId: id("person_id").notNull(),
    /** Entries it is made of. */
    members: id("members").array().notNull(),
    receivedAt: moment("received_at").notNull(),
    comments: integer("comments").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.entryId] }),
    index("result_inbox_waiting").on(t.facilityId, t.receivedAt.desc()).where(sql`comments = 0`),
  ],
);

/** What a clinician says of a result; a later one replaces, the earlier stays. Person-owned, append-only. */
export const resultComments = pgTable(
  "result_comments",
  {
    personId: id("person_id").notNull(),
    entryId: id("entry_id").notNull(),
    id: id("id").notNull(),
    facilityId: id("facility_id").notNull(),
    phrase: text("phrase", { enum: ["normal", "repeat", "visit", "call"] }).notNull(),
    /** Of `repeat`: after how many. */
    weeks: integer("weeks"),
    words: bytea("words"),
    byPersonId: id("by_person_id").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.entryId, t.id] })],
);
