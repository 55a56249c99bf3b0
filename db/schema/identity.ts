import { index, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { bytea, id, moment } from "./columns.ts";

/** A signed-in browser. Lookup: SHA-256 of the cookie → person; the cookie itself is stored nowhere. */
export const sessions = pgTable(
  "sessions",
  {
    idHash: bytea("id_hash").primaryKey(),
    personId: id("person_id"),
    actingFor: id("acting_for"),
    issuer: text("issuer").notNull(),
    /** Sealed id_token, only to end the provider's session too. */
    idToken: bytea("id_token"),
    displayName: bytea("display_name").notNull(),
    assuranceLevel: smallint("assurance_level").notNull(),
    authenticatedAt: moment("authenticated_at").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    endsAt: moment("ends_at").notNull(),
    endedAt: moment("ended_at"),
  },
  (t) => [index("sessions_person").on(t.personId), index("sessions_ends").on(t.endsAt)],
);

/** A sign-in on its way to the provider and back. Lookup by hash of `state`; used once. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    stateHash: bytea("state_hash").primaryKey(),
    /** Hash of the pre-login cookie: a callback from another browser is refused. */
    browserHash: bytea("browser_hash").notNull(),
    codeVerifier: text("code_verifier").notNull(),
    nonce: text("nonce").notNull(),
    returnTo: text("return_to").notNull(),
    language: text("language").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [index("sign_in_attempts_expiry").on(t.expiresAt)],
);

/** What a person may do as staff, where, and until when. Person-owned. */
export const staffRoles = pgTable(
  "staff_roles",
  {
    personId: id("person_id").notNull(),
    id: id("id").notNull(),
    role: text("role", { enum: ["pharmacist", "clinician", "clerk", "operator", "privacy-officer"] }).notNull(),
    facilityId: id("facility_id"),
    /** Only sign-ins from this provider carry the role. */
    issuer: text("issuer").notNull(),
    validFrom: moment("valid_from").notNull().defaultNow(),
    validTo: moment("valid_to"),
    grantedBy: text("granted_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] })],
);

/** Which privacy notice a person was shown and accepted to have read. Person-owned. */
export const noticeAcknowledgements = pgTable(
  "notice_acknowledgements",
  {
    personId: id("person_id").notNull(),
    notice: text("notice").notNull(),
    version: text("version").notNull(),
    language: text("language").notNull(),
    acknowledgedAt: moment("acknowledged_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.notice, t.version] })],
);
