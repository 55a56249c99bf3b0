import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment } from "./columns.ts";

/** A facility that offers only a FHIR server: where it is, how often it is asked, and how that goes. Facility-owned. */
export const pulledSources = pgTable("pulled_sources", {
  facilityId: id("facility_id").primaryKey(),
  baseUrl: text("base_url").notNull(),
  /** Where tokens come from; absent when the server says so itself, or asks for none. */
  tokenUrl: text("token_url"),
  /** What the server calls us; absent when it asks for no token. */
  clientId: text("client_id"),
  /** The key in KEYS_DIR we sign with. */
  keyId: text("key_id"),
  resourceTypes: text("resource_types").array().notNull(),
  everyMinutes: integer("every_minutes").notNull(),
  /** The breaker: open is not asked until its time, half open is asked once to see. */
  state: text("state", { enum: ["closed", "open", "half_open"] })
    .notNull()
    .default("closed"),
  failures: integer("failures").notNull().default(0),
  lastFailure: text("last_failure"),
  /** The type of data it failed at, where it was one. */
  lastFailureType: text("last_failure_type"),
  lastFailureAt: moment("last_failure_at"),
  nextTryAt: moment("next_try_at").notNull().defaultNow(),
  lastSuccessAt: moment("last_success_at"),
  /** Whoever asks it now, until when. */
  lease: uuid("lease"),
  leaseUntil: moment("lease_until"),
  addedAt: moment("added_at").notNull().defaultNow(),
  suspendedAt: moment("suspended_at"),
});

/** How far one type of a source has been read: since when to ask, and the page that comes next. Facility-owned. */
export const pulledCursors = pgTable(
  "pulled_cursors",
  {
    facilityId: id("facility_id").notNull(),
    resourceType: text("resource_type").notNull(),
    /** From when to ask, in the server's own time: a little before what was read to its end. */
    since: text("since"),
    /** The latest change of the pages read so far. */
    seen: text("seen"),
    /** When the search under way began, by the server's clock. */
    started: text("started"),
    nextLink: text("next_link"),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.resourceType] })],
);
