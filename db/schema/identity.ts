import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea, id, moment } from "./columns.ts";

/** A signed-in browser. Lookup: SHA-256 of the cookie → person; the cookie itself is stored nowhere. */
export const sessions = pgTable(
  "sessions",
  {
    idHash: bytea("id_hash").primaryKey(),
    /** What lists and the log call it; the cookie changes with every step-up, this does not. */
    id: id("id").notNull().unique(),
    personId: id("person_id"),
    actingFor: id("acting_for"),
    issuer: text("issuer").notNull(),
    /** Which of the configured providers. */
    provider: text("provider").notNull(),
    /** Keyed hashes of the provider's `sub` and `sid`, by which a back-channel logout finds it. */
    subjectHash: bytea("subject_hash").notNull(),
    providerSessionHash: bytea("provider_session_hash"),
    /** Sealed id_token, only to end the provider's session too. */
    idToken: bytea("id_token"),
    /** Where the provider wants the browser at sign-out, if a claim says so; sealed. */
    logoutUrl: bytea("logout_url"),
    displayName: bytea("display_name").notNull(),
    assuranceLevel: smallint("assurance_level").notNull(),
    authenticatedAt: moment("authenticated_at").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    endsAt: moment("ends_at").notNull(),
    endedAt: moment("ended_at"),
    endedWhy: text("ended_why"),
    /** Words for people: kind of browser and device, and the network's holder; never an address. */
    device: text("device").notNull(),
    network: text("network").notNull(),
    /** The duty in force; without one it is the person themself. */
    role: text("role"),
    facilityId: id("facility_id"),
    /** The shared counter it stands at, and since when it is locked there. */
    counterId: id("counter_id"),
    lockedAt: moment("locked_at"),
    /** When the person was here before this session. */
    previousVisitAt: moment("previous_visit_at"),
    /** A form half written when the counter locked; sealed, for the same person alone. */
    keptForm: bytea("kept_form"),
  },
  (t) => [
    index("sessions_person").on(t.personId),
    index("sessions_ends").on(t.endsAt),
    index("sessions_subject").on(t.subjectHash).where(sql`ended_at is null`),
    index("sessions_provider_session")
      .on(t.providerSessionHash)
      .where(sql`ended_at is null and provider_session_hash is not null`),
    index("sessions_counter").on(t.counterId).where(sql`ended_at is null and counter_id is not null`),
    check("sessions_duty", sql`role is not null or facility_id is null`),
    check("sessions_ended", sql`(ended_at is null) = (ended_why is null)`),
  ],
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
    provider: text("provider").notNull(),
    /** Of a step-up: the session that is to become stronger, and what for. */
    stepUpSession: id("step_up_session"),
    stepUpFor: text("step_up_for"),
    requiredLevel: smallint("required_level"),
    maxAgeSeconds: integer("max_age_seconds"),
    /** Sealed private DPoP key that the answer must be fetched with. */
    proofKey: bytea("proof_key"),
  },
  (t) => [index("sign_in_attempts_expiry").on(t.expiresAt), index("sign_in_attempts_browser").on(t.browserHash)],
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
    /** As the employer knows them; sealed. */
    name: bytea("name"),
    degree: text("degree"),
    licenceNumber: text("licence_number"),
    /** Ended by an operator; what is merely over by its date may be prolonged. */
    endedAt: moment("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    index("staff_roles_id").on(t.id),
    index("staff_roles_facility").on(t.facilityId, t.validTo),
    // In the database with `nulls not distinct`: operators stand at no facility, and once.
    uniqueIndex("staff_roles_one").on(t.personId, t.role, t.facilityId, t.issuer).where(sql`ended_at is null`),
    check("staff_roles_ended", sql`ended_at is null or valid_to is not null`),
  ],
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

/** Signing in, stepping up, refusals: what a person reads to see whether it was them. Append-only, person-owned. */
export const signInHistory = pgTable(
  "sign_in_history",
  {
    personId: id("person_id").notNull(),
    id: id("id").notNull(),
    occurredAt: moment("occurred_at").notNull().default(sql`clock_timestamp()`),
    kind: text("kind").notNull(),
    /** Why refused or ended, as a code. */
    code: text("code"),
    provider: text("provider").notNull(),
    assuranceLevel: smallint("assurance_level").notNull(),
    device: text("device").notNull(),
    network: text("network").notNull(),
    sessionId: id("session_id"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] })],
);

/** A person's own access, closed by themself or by the help desk; the guard of every record asks here. Person-owned. */
export const accessLocks = pgTable(
  "access_locks",
  {
    personId: id("person_id").notNull(),
    id: id("id").notNull(),
    lockedAt: moment("locked_at").notNull().default(sql`clock_timestamp()`),
    lockedBy: text("locked_by", { enum: ["self", "operator"] }).notNull(),
    liftedAt: moment("lifted_at"),
    liftedBy: text("lifted_by", { enum: ["self", "operator"] }),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex("access_locks_one").on(t.personId).where(sql`lifted_at is null`),
    check("access_locks_by", sql`locked_by in ('self', 'operator') and lifted_by in ('self', 'operator')`),
    check("access_locks_lifted", sql`(lifted_at is null) = (lifted_by is null)`),
  ],
);
