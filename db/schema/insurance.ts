import { date, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytea, id, moment } from "./columns.ts";

/** The insurer's last answer about a card, and how the last question went. Person-owned. */
export const insuranceChecks = pgTable(
  "insurance_checks",
  {
    personId: id("person_id").notNull(),
    /** The card's number, as `identifiers` holds it. */
    identifierId: id("identifier_id").notNull(),
    askedAt: moment("asked_at").notNull(),
    answeredAt: moment("answered_at"),
    /** Sealed JSON of the answer; kept while later questions find nobody. */
    answer: bytea("answer"),
    failedAt: moment("failed_at"),
    failure: text("failure"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.identifierId] })],
);

/** That somebody was asked for paper at a facility: once a day each. Facility-owned; who is a keyed hash. */
export const paperDemands = pgTable(
  "paper_demands",
  {
    facilityId: id("facility_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    who: bytea("who").notNull(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.day, t.who] })],
);
