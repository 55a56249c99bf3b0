import { sql } from "drizzle-orm";
import { boolean, date, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea, id, moment } from "./columns.ts";

/** What somebody reports about their book. Person-owned, written once; its state is in `correction_inbox`. */
export const corrections = pgTable(
  "corrections",
  {
    personId: id("person_id").notNull(),
    id: id("id").notNull(),
    /** Short, random, readable on the phone: YC-26-7K3M-Q9. */
    reference: text("reference").notNull(),
    kind: text("kind", { enum: ["wrong", "missing", "not-mine"] }).notNull(),
    section: text("section").notNull(),
    entryId: id("entry_id"),
    /** Of the entry, when it was reported: a label or a hide of the case closes the correction too. */
    caseId: id("case_id"),
    /** Whose data it is about, when that is known. */
    facilityId: id("facility_id"),
    circumstances: text("circumstances").array().notNull().default([]),
    contact: text("contact", { enum: ["portal", "call"] }).notNull(),
    /** The person asked in so many words that the insurer be told (Law 91/2025, article 26). */
    tellInsurer: boolean("tell_insurer").notNull().default(false),
    /** The helper who sent it, when it was not the person. */
    sentBy: id("sent_by"),
    sentAt: moment("sent_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex("corrections_reference").on(t.personId, t.reference),
  ],
);

/** Who did and said what, for both sides to read. Person-owned, append-only. */
export const correctionEvents = pgTable(
  "correction_events",
  {
    personId: id("person_id").notNull(),
    correctionId: id("correction_id").notNull(),
    id: id("id").notNull(),
    at: moment("at").notNull(),
    what: text("what").notNull(),
    byKind: text("by_kind").notNull(),
    byPersonId: id("by_person_id"),
    byFacilityId: id("by_facility_id"),
    /** Sealed words: the report itself, a reason, an answer. */
    note: bytea("note"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.correctionId, t.id] })],
);

const OPEN = sql`state in ('sent', 'received', 'overdue', 'escalated')`;

/** Who must answer which correction by when, and its state: one conditional UPDATE changes it. Facility-owned; no words. */
export const correctionInbox = pgTable(
  "correction_inbox",
  {
    /** Who must answer now: the facility, or the health department. */
    facilityId: id("facility_id").notNull(),
    reference: text("reference").notNull(),
    personId: id("person_id").notNull(),
    correctionId: id("correction_id").notNull(),
    aboutFacilityId: id("about_facility_id"),
    entryId: id("entry_id"),
    kind: text("kind").notNull(),
    section: text("section").notNull(),
    state: text("state").notNull().default("sent"),
    sentAt: moment("sent_at").notNull(),
    acknowledgeBy: moment("acknowledge_by").notNull(),
    decideBy: moment("decide_by").notNull(),
    receivedAt: moment("received_at"),
    extendedAt: moment("extended_at"),
    overdueAt: moment("overdue_at"),
    escalatedAt: moment("escalated_at"),
    decidedAt: moment("decided_at"),
    withdrawnAt: moment("withdrawn_at"),
    /** Of a visit that was not the person's, where the insurer is to be told: its day, and what finds the claim. */
    visitDay: date("visit_day", { mode: "string" }),
    /** The facility's own id of what was reported, where no package brought it. */
    visitSourceId: text("visit_source_id"),
    /** Sealed JSON of `MA_CSKCB` and `MA_LK`, where a package brought it: some build these numbers from people's. */
    visitCode: bytea("visit_code"),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.reference] }),
    uniqueIndex("correction_inbox_reference").on(t.reference),
    uniqueIndex("correction_inbox_once").on(t.personId, t.entryId, t.kind).where(sql`entry_id is not null and ${OPEN}`),
    index("correction_inbox_person").on(t.personId),
    index("correction_inbox_due").on(t.decideBy).where(sql`state in ('sent', 'received', 'overdue')`),
    index("correction_inbox_about").on(t.aboutFacilityId),
  ],
);
