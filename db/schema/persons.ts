import { sql } from "drizzle-orm";
import { date, index, pgTable, primaryKey, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea, id, moment } from "./columns.ts";

/**
 * Someone the store holds records about. Person-owned.
 * `merged_into` names the root of a cluster: merging moves no rows, so un-merging is clearing a pointer.
 */
export const persons = pgTable(
  "persons",
  {
    id: id("id").primaryKey(),
    mergedInto: id("merged_into"),
    /** Sealed JSON of names, addresses and contact points; never in clear, never in a clinical table. */
    demographics: bytea("demographics"),
    /** Inclusive interval: a year-only birthday is 1 January to 31 December. */
    birthLow: date("birth_low", { mode: "string" }),
    birthHigh: date("birth_high", { mode: "string" }),
    sex: text("sex", { enum: ["male", "female", "unknown"] })
      .notNull()
      .default("unknown"),
    deceasedOn: text("deceased_on"),
    demographicsSource: text("demographics_source").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [index("persons_cluster").on(t.mergedInto).where(sql`merged_into is not null`)],
);

/** History of every identifier of a person. Person-owned; found through `identifier_lookup`. */
export const identifiers = pgTable(
  "identifiers",
  {
    personId: id("person_id").notNull(),
    id: id("id").notNull(),
    kind: text("kind").notNull(),
    system: text("system"),
    assignerId: id("assigner_id"),
    hash: bytea("hash").notNull(),
    sealed: bytea("sealed").notNull(),
    source: text("source").notNull(),
    validFrom: moment("valid_from").notNull().defaultNow(),
    validTo: moment("valid_to"),
    supersededBy: id("superseded_by"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] }), uniqueIndex("identifiers_once").on(t.personId, t.kind, t.hash)],
);

/** Keyed hash of (kind, scope, value) → person. Lookup; no clinical value. */
export const identifierLookup = pgTable(
  "identifier_lookup",
  {
    kind: text("kind").notNull(),
    hash: bytea("hash").notNull(),
    personId: id("person_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.hash] })],
);

/** Names, addresses and contact points taken out of resources on their way in. Person-owned. */
export const sealedValues = pgTable(
  "sealed_values",
  {
    personId: id("person_id").notNull(),
    id: id("id").notNull(),
    facilityId: id("facility_id").notNull(),
    sealed: bytea("sealed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] })],
);

/** Each merging of one person into another, and its undoing, with the operators' reasons (sealed). Person-owned. */
export const personMerges = pgTable(
  "person_merges",
  {
    personId: id("person_id").notNull(),
    id: id("id").notNull(),
    intoId: id("into_id").notNull(),
    reason: bytea("reason").notNull(),
    mergedBy: id("merged_by").notNull(),
    mergedAt: moment("merged_at").notNull(),
    unmergedBy: id("unmerged_by"),
    unmergedAt: moment("unmerged_at"),
    unmergedReason: bytea("unmerged_reason"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] })],
);

/** Whose child somebody is. It opens nobody's record. Person-owned (the child). */
export const personLinks = pgTable(
  "person_links",
  {
    personId: id("person_id").notNull(),
    id: id("id").notNull(),
    kind: text("kind", { enum: ["mother"] }).notNull(),
    otherPersonId: id("other_person_id").notNull(),
    /** 0: the only child of the birth; 1, 2, …: which of several; -1: one of several; absent: not said. */
    birthOrder: smallint("birth_order"),
    source: text("source").notNull(),
    since: moment("since").notNull().defaultNow(),
    until: moment("until"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] }), index("person_links_other").on(t.otherPersonId, t.kind)],
);

/** Days on which a mother gave birth: deliveries about the same birth wait for each other here. Person-owned. */
export const births = pgTable(
  "births",
  { personId: id("person_id").notNull(), birthDay: date("birth_day", { mode: "string" }).notNull() },
  (t) => [primaryKey({ columns: [t.personId, t.birthDay] })],
);
