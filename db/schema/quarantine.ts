import { sql } from "drizzle-orm";
import { boolean, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytea, id, moment } from "./columns.ts";

/**
 * A delivery that waits for an operator: waiting → decided → replayed. Facility-owned, guarded.
 * What it says about who it is stands sealed; nothing of anybody's health does.
 */
export const quarantineItems = pgTable(
  "quarantine_items",
  {
    facilityId: id("facility_id").notNull(),
    messageId: id("message_id").notNull(),
    reason: text("reason").notNull(),
    /** Keyed hash of who it says it is: what waits for the same person is sorted together. */
    identity: bytea("identity").notNull(),
    sealed: bytea("sealed").notNull(),
    openedAt: moment("opened_at").notNull().defaultNow(),
    state: text("state", { enum: ["waiting", "decided", "replayed"] })
      .notNull()
      .default("waiting"),
    decision: text("decision", { enum: ["attach", "create", "reject"] }),
    personId: id("person_id"),
    /** The delivery's numbers were linked to the person, so that the next one finds them. */
    linked: boolean("linked").notNull().default(false),
    decidedBy: id("decided_by"),
    decidedAt: moment("decided_at"),
    note: bytea("note"),
    outcome: text("outcome", { enum: ["accepted", "refused"] }),
    replayedAt: moment("replayed_at"),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.messageId] })],
);

/** Deliveries that came while two persons were one, to be read again now that they are two. Facility-owned, guarded. */
export const messageReplays = pgTable(
  "message_replays",
  {
    facilityId: id("facility_id").notNull(),
    id: id("id").notNull(),
    messageId: id("message_id").notNull(),
    personId: id("person_id").notNull(),
    askedBy: id("asked_by").notNull(),
    receivedAt: moment("received_at").notNull(),
    outcome: text("outcome", { enum: ["stayed", "moved", "quarantined", "kept"] }),
    doneAt: moment("done_at"),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.id] })],
);

/** Deliveries that came while a person was one with others, to be read again when they are parted. Person-owned, guarded. */
export const clusterDeliveries = pgTable(
  "cluster_deliveries",
  {
    personId: id("person_id").notNull(),
    facilityId: id("facility_id").notNull(),
    messageId: id("message_id").notNull(),
    receivedAt: moment("received_at").notNull(),
    /** By the database's clock. */
    storedAt: moment("stored_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [primaryKey({ columns: [t.personId, t.facilityId, t.messageId] })],
);
