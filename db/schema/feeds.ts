import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea, id, moment } from "./columns.ts";

/** One delivery from a facility: what came, when, and what became of it. Facility-owned, no clinical value. */
export const messages = pgTable(
  "messages",
  {
    facilityId: id("facility_id").notNull(),
    id: id("id").notNull(),
    /** SHA-256 of the bytes and the binding, so a replay finds the first delivery. */
    digest: bytea("digest").notNull(),
    channel: text("channel", { enum: ["api", "command", "upload", "pull"] }).notNull(),
    clientId: text("client_id"),
    format: text("format").notNull(),
    byteSize: integer("byte_size").notNull(),
    receivedAt: moment("received_at").notNull().defaultNow(),
    state: text("state", { enum: ["accepted", "partly_accepted", "rejected", "quarantined"] }).notNull(),
    reason: text("reason"),
    entriesAccepted: integer("entries_accepted").notNull().default(0),
    entriesUnchanged: integer("entries_unchanged").notNull().default(0),
    entriesRejected: integer("entries_rejected").notNull().default(0),
    warnings: integer("warnings").notNull().default(0),
    /** FHIR answer as sent; diagnostics name places, never values. */
    outcome: jsonb("outcome").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    uniqueIndex("messages_once").on(t.facilityId, t.digest),
    index("messages_recent").on(t.facilityId, t.receivedAt),
  ],
);

/** Raw bytes, sealed with the facility's key. Facility-owned, guarded. */
export const messageBodies = pgTable(
  "message_bodies",
  {
    facilityId: id("facility_id").notNull(),
    messageId: id("message_id").notNull(),
    sealed: bytea("sealed").notNull(),
    /** They were compressed (Brotli) before they were sealed. */
    packed: boolean("packed").notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.messageId] })],
);

/**
 * One FHIR R4 resource, one row per version. Person-owned, guarded, hash-partitioned by person.
 * `id` names the version, `entry_id` the entry (UUIDv5 of facility, type and source id).
 */
export const entries = pgTable(
  "entries",
  {
    personId: id("person_id").notNull(),
    id: id("id").notNull(),
    entryId: id("entry_id").notNull(),
    facilityId: id("facility_id").notNull(),
    resourceType: text("resource_type").notNull(),
    sourceId: text("source_id").notNull(),
    versionKey: text("version_key").notNull(),
    /** When the sender says this version was made; orders versions, then receipt does. */
    versionAt: moment("version_at").notNull(),
    contentHash: bytea("content_hash").notNull(),
    current: boolean("current").notNull(),
    withdrawnAt: moment("withdrawn_at"),
    /** `moved`: it was another person's all along, and is shown to this one no more. `replaced`: a newer package lacks it. */
    withdrawnReason: text("withdrawn_reason", { enum: ["deleted", "moved", "replaced"] }),
    /** The case (visit) it derives from: labels and hides cover the case. */
    caseId: id("case_id").notNull(),
    /** The case is named after a visit; one that is not may turn out to be of one. */
    caseIsVisit: boolean("case_is_visit").notNull().default(true),
    section: text("section").notNull(),
    timeLow: moment("time_low"),
    timeHigh: moment("time_high"),
    timePrecision: text("time_precision"),
    code: text("code"),
    codeSystem: text("code_system"),
    status: text("status"),
    messageId: id("message_id").notNull(),
    messageHash: bytea("message_hash").notNull(),
    receivedAt: moment("received_at").notNull().defaultNow(),
    resource: jsonb("resource").notNull(),
    /** The row of the sender's own form it was made of, field by field: `{t: table, n: row, f: fields}`. */
    source: jsonb("source"),
    /** What people find it by: its words, folded (migration 0024). */
    words: text("words"),
    /** Says that there is none of its section; the codes stand in migration 0011 and in `noneCodings`. */
    noneCoded: boolean("none_coded").generatedAlwaysAs(sql`coalesce(…, false)`),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex("entries_version").on(t.personId, t.entryId, t.versionKey),
    uniqueIndex("entries_current").on(t.personId, t.entryId).where(sql`current`),
    // Includes what the pages ask of every row, and what the policies do (migration 0011).
    index("entries_section").on(t.personId, t.section, t.timeLow.desc().nullsLast(), t.entryId).where(sql`current`),
    index("entries_case").on(t.personId, t.caseId),
  ],
);

/**
 * What a facility's resources refer to and that is about nobody in particular: practitioners, places,
 * what a medicine is. One row per version. Facility-owned.
 */
export const directoryEntries = pgTable(
  "directory_entries",
  {
    facilityId: id("facility_id").notNull(),
    resourceType: text("resource_type").notNull(),
    sourceId: text("source_id").notNull(),
    versionKey: text("version_key").notNull(),
    versionAt: moment("version_at").notNull(),
    contentHash: bytea("content_hash").notNull(),
    current: boolean("current").notNull(),
    messageId: id("message_id").notNull(),
    receivedAt: moment("received_at").notNull().defaultNow(),
    resource: jsonb("resource").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.resourceType, t.sourceId, t.versionKey] }),
    uniqueIndex("directory_entries_current").on(t.facilityId, t.resourceType, t.sourceId).where(sql`current`),
  ],
);

/** (facility, type, source id) → person and entry; no person for a directory entry. Lookup; the same id is never two persons'. */
export const entryLookup = pgTable(
  "entry_lookup",
  {
    facilityId: id("facility_id").notNull(),
    resourceType: text("resource_type").notNull(),
    sourceId: text("source_id").notNull(),
    personId: id("person_id"),
    entryId: id("entry_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.resourceType, t.sourceId] })],
);

/** Keyed hash of a resource's own identifier → its source id, for conditional creates. Lookup. */
export const entryIdentifiers = pgTable(
  "entry_identifiers",
  {
    facilityId: id("facility_id").notNull(),
    resourceType: text("resource_type").notNull(),
    hash: bytea("hash").notNull(),
    sourceId: text("source_id").notNull(),
    /** Several resources have it: a condition cannot say which is meant. */
    ambiguous: boolean("ambiguous").notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.resourceType, t.hash] })],
);

/**
 * A case as a facility's packages tell it (QĐ 3176): the newest of them is what holds. `case_key` is a
 * keyed hash of `MA_LK`; `check-in` is a visit that is expected and has not come. Facility-owned.
 */
export const packages = pgTable(
  "packages",
  {
    facilityId: id("facility_id").notNull(),
    caseKey: text("case_key").notNull(),
    personId: id("person_id").notNull(),
    caseId: id("case_id").notNull(),
    kind: text("kind", { enum: ["check-in", "visit"] }).notNull(),
    preparedAt: moment("prepared_at").notNull(),
    messageId: id("message_id").notNull(),
    receivedAt: moment("received_at").notNull(),
    firstReceivedAt: moment("first_received_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.caseKey] }),
    index("packages_expected").on(t.facilityId, t.preparedAt).where(sql`kind = 'check-in'`),
  ],
);
