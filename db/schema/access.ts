import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, moment, xid8 } from "./columns.ts";

/**
 * Every decision about a person's record. Append-only, person-owned, partitioned by month.
 * `occurred_at` and `xact` are defaults no application role may write: the guard trusts them.
 */
export const accessEvents = pgTable(
  "access_events",
  {
    personId: id("person_id").notNull(),
    id: id("id").notNull(),
    occurredAt: moment("occurred_at").notNull().default(sql`clock_timestamp()`),
    xact: xid8("xact").notNull().default(sql`pg_current_xact_id()`),
    outcome: text("outcome", { enum: ["permit", "deny"] }).notNull(),
    basis: text("basis").notNull(),
    /** HL7 v3 PurposeOfUse code. */
    purpose: text("purpose").notNull(),
    action: text("action").notNull(),
    /** Sections of the book this event opens. */
    sections: text("sections").array().notNull(),
    /** Protection labels this event opens; a case with any other label stays closed. */
    labels: text("labels").array().notNull(),
    opensHidden: boolean("opens_hidden").notNull().default(false),
    /** The one correction, with the item it names, that staff open to answer it. */
    opensCorrection: id("opens_correction"),
    /** Results, each with what it is made of, that a clinician of the facility that sent them opens to explain them. */
    opensEntries: id("opens_entries").array(),
    actorKind: text("actor_kind").notNull(),
    actorPersonId: id("actor_person_id"),
    actorClientId: text("actor_client_id"),
    actorFacilityId: id("actor_facility_id"),
    subject: text("subject").notNull(),
    reason: text("reason"),
    requestId: text("request_id"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.occurredAt, t.id] }), index("access_events_id").on(t.id)],
);

/** Protection labels, once per case. Person-owned; no application role reads it directly. */
export const caseLabels = pgTable(
  "case_labels",
  {
    personId: id("person_id").notNull(),
    caseId: id("case_id").notNull(),
    label: text("label", { enum: ["hiv", "psychiatry", "reproductive", "violence", "adolescent"] }).notNull(),
    setBy: text("set_by").notNull(),
    setAt: moment("set_at").notNull().defaultNow(),
    liftedAt: moment("lifted_at"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.caseId, t.label, t.setAt] })],
);
