import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea, id, moment } from "./columns.ts";

/** A browser that several people of a facility share in turn, known by its own cookie. Facility-owned. */
export const counters = pgTable(
  "counters",
  {
    facilityId: id("facility_id").notNull(),
    id: id("id").notNull(),
    name: text("name").notNull(),
    tokenHash: bytea("token_hash").notNull(),
    registeredAt: moment("registered_at").notNull().default(sql`clock_timestamp()`),
    registeredBy: id("registered_by").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.facilityId, t.id] }),
    uniqueIndex("counters_token").on(t.tokenHash),
    index("counters_id").on(t.id),
  ],
);

/** With which somebody takes back their own shift at a counter; never a way in by itself. Person-owned. */
export const passkeys = pgTable(
  "passkeys",
  {
    personId: id("person_id").notNull(),
    id: id("id").notNull(),
    credentialId: text("credential_id").notNull(),
    publicKey: bytea("public_key").notNull(),
    signCount: bigint("sign_count", { mode: "number" }).notNull(),
    transports: text("transports").array().notNull(),
    /** Kind of browser and device it was made on, in words. */
    device: text("device").notNull(),
    createdAt: moment("created_at").notNull().default(sql`clock_timestamp()`),
    lastUsedAt: moment("last_used_at"),
    removedAt: moment("removed_at"),
    removedWhy: text("removed_why", { enum: ["self", "operator", "cloned"] }),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex("passkeys_credential").on(t.personId, t.credentialId),
    check("passkeys_removed", sql`(removed_at is null) = (removed_why is null)`),
  ],
);

/** What a passkey is to sign: once, in this browser, for this session. Lookup. */
export const passkeyChallenges = pgTable(
  "passkey_challenges",
  {
    challenge: text("challenge").primaryKey(),
    sessionId: id("session_id").notNull(),
    counterId: id("counter_id"),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [index("passkey_challenges_expiry").on(t.expiresAt)],
);
