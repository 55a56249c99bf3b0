import { date, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, moment } from "./columns.ts";

/** A facility's system that talks to us with private_key_jwt. Lookup (client → facility). */
export const machineClients = pgTable("machine_clients", {
  clientId: text("client_id").primaryKey(),
  facilityId: id("facility_id").notNull(),
  name: text("name").notNull(),
  scopes: text("scopes").array().notNull(),
  jwks: jsonb("jwks").$type<{ keys: Record<string, unknown>[] }>().notNull(),
  createdAt: moment("created_at").notNull().defaultNow(),
  suspendedAt: moment("suspended_at"),
  lastUsedAt: moment("last_used_at"),
  /** Keys come from here instead of being pasted; `jwks` then is the last good answer. */
  jwksUri: text("jwks_uri"),
  jwksFetchedAt: moment("jwks_fetched_at"),
  jwksTriedAt: moment("jwks_tried_at"),
  jwksFailedAt: moment("jwks_failed_at"),
  jwksFailure: text("jwks_failure"),
});

/** When each of a client's keys was put in, used last and taken out. Lookup. */
export const clientKeys = pgTable(
  "client_keys",
  {
    clientId: text("client_id").notNull(),
    kid: text("kid").notNull(),
    addedAt: moment("added_at").notNull(),
    lastUsedAt: moment("last_used_at"),
    retiredAt: moment("retired_at"),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.kid] })],
);

/** What was refused of a client, counted by day and code. Lookup. */
export const clientFailures = pgTable(
  "client_failures",
  {
    clientId: text("client_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    code: text("code").notNull(),
    count: integer("count").notNull().default(1),
    lastAt: moment("last_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.day, t.code] })],
);

/** What oidc-provider must remember: used assertions above all. Lookup. */
export const oauthArtifacts = pgTable(
  "oauth_artifacts",
  {
    model: text("model").notNull(),
    id: text("id").notNull(),
    payload: jsonb("payload").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.model, t.id] })],
);
