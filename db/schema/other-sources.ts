import { date, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea, id, moment } from "./columns.ts";

const day = (name: string) => date(name, { mode: "string" });

/** A signed, dated table of a laboratory's reference ranges. `validTo` is the first day it no longer holds. Facility-owned. */
export const referenceRangeTables = pgTable(
  "reference_range_tables",
  {
    facilityId: id("facility_id").notNull(),
    id: id("id").notNull(),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"),
    /** The paper it was copied from: number, date, who issued it. */
    sourceDocument: text("source_document").notNull(),
    signedBy: text("signed_by").notNull(),
    /** Detached JWS over the file by a key the facility has registered; none where the paper alone is signed. */
    signature: text("signature"),
    signingKey: text("signing_key"),
    /** SHA-256 of the file. */
    checksum: bytea("checksum").notNull(),
    legalBasis: text("legal_basis").notNull(),
    addedAt: moment("added_at").notNull().defaultNow(),
    addedBy: id("added_by"),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    uniqueIndex("reference_range_tables_from").on(t.facilityId, t.validFrom),
  ],
);

/** One line of such a table: MA_CHI_SO, unit, sex, ages `[from, to)` in days, and the bounds as written. Facility-owned. */
export const referenceRanges = pgTable(
  "reference_ranges",
  {
    facilityId: id("facility_id").notNull(),
    tableId: id("table_id").notNull(),
    line: integer("line").notNull(),
    code: text("code").notNull(),
    unit: text("unit").notNull(),
    sex: text("sex", { enum: ["male", "female", "any"] }).notNull(),
    ageFromDays: integer("age_from_days").notNull(),
    ageToDays: integer("age_to_days"),
    low: text("low"),
    high: text("high"),
    words: text("words"),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.tableId, t.line] }),
    index("reference_ranges_code").on(t.facilityId, t.code),
  ],
);

/** A machine of a facility that AI helps (XML3.MA_MAY), from a day until another. Facility-owned. */
export const aiMachines = pgTable(
  "ai_machines",
  {
    facilityId: id("facility_id").notNull(),
    machineCode: text("machine_code").notNull(),
    since: day("since").notNull(),
    until: day("until"),
    name: text("name").notNull(),
    /** Number under which the device is registered. */
    registration: text("registration").notNull(),
    legalBasis: text("legal_basis").notNull(),
    addedAt: moment("added_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.machineCode, t.since] })],
);

/** Where a facility shows its pictures; the template's host is the allowed one. Facility-owned. */
export const imageViewers = pgTable(
  "image_viewers",
  {
    facilityId: id("facility_id").notNull(),
    since: day("since").notNull(),
    until: day("until"),
    urlTemplate: text("url_template").notNull(),
    allowedHost: text("allowed_host").notNull(),
    legalBasis: text("legal_basis").notNull(),
    addedAt: moment("added_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.since] })],
);
