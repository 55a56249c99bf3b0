import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, moment } from "./columns.ts";

/** Hospital, clinic, commune health station or pharmacy. Facility-owned. */
export const facilities = pgTable("facilities", {
  id: id("id").primaryKey(),
  kind: text("kind", { enum: ["hospital", "clinic", "station", "pharmacy", "department"] }).notNull(),
  address: text("address"),
  phone: text("phone"),
  /** Why this facility may send us data; a feed without one is refused. */
  legalBasis: text("legal_basis").notNull(),
  /** How often something is expected, in hours; shown when a feed is late. */
  expectedEveryHours: integer("expected_every_hours"),
  successorId: id("successor_id"),
  createdAt: moment("created_at").notNull().defaultNow(),
});

const NOW = sql`valid_to is null`;

/** Codes and names with their validity: units were merged and renamed in 2025. Facility-owned. */
export const facilityNames = pgTable(
  "facility_names",
  {
    facilityId: id("facility_id").notNull(),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    validTo: date("valid_to", { mode: "string" }),
    /** 5-character insurance code (Decision 384/2019). */
    code5: text("code5"),
    /** 13-digit health-facility code (Decision 1551/2026). */
    code13: text("code13"),
    name: text("name").notNull(),
    nameEn: text("name_en"),
    shortName: text("short_name").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.validFrom] }),
    index("facility_names_code5").on(t.code5),
    index("facility_names_code13").on(t.code13),
    // One name at a time, and a code belongs to one facility at a time.
    uniqueIndex("facility_names_now").on(t.facilityId).where(NOW),
    uniqueIndex("facility_names_code5_now").on(t.code5).where(NOW),
    uniqueIndex("facility_names_code13_now").on(t.code13).where(NOW),
  ],
);
