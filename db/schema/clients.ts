import { jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
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
});

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
