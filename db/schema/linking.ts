import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea, id, moment } from "./columns.ts";

/** Which account of which digital ID is whose. Lookup: keyed hash of (issuer, sub) → person. A link that ended stays. */
export const linkedAccounts = pgTable(
  "linked_accounts",
  {
    id: id("id").primaryKey(),
    personId: id("person_id").notNull(),
    issuer: text("issuer").notNull(),
    subjectHash: bytea("subject_hash").notNull(),
    linkedAt: moment("linked_at").notNull().default(sql`clock_timestamp()`),
    linkedBy: text("linked_by", { enum: ["sign-in", "operator", "earlier"] }).notNull(),
    lastUsedAt: moment("last_used_at"),
    /** Keyed hash of the numbers an operator has decided not to count for this account. */
    settled: bytea("settled"),
    endedAt: moment("ended_at"),
    endedBy: text("ended_by", { enum: ["self", "operator"] }),
    endedWhy: text("ended_why", { enum: ["unlinked", "replaced", "moved"] }),
  },
  (t) => [
    uniqueIndex("linked_accounts_account").on(t.subjectHash).where(sql`ended_at is null`),
    uniqueIndex("linked_accounts_one").on(t.personId, t.issuer).where(sql`ended_at is null`),
    index("linked_accounts_before").on(t.subjectHash).where(sql`ended_at is not null`),
    check(
      "linked_accounts_by",
      sql`linked_by in ('sign-in', 'operator', 'earlier') and ended_by in ('self', 'operator')`,
    ),
    check("linked_accounts_why", sql`ended_why in ('unlinked', 'replaced', 'moved')`),
    check("linked_accounts_ended", sql`num_nulls(ended_at, ended_by, ended_why) in (0, 3)`),
  ],
);

/** A sign-in of which nobody can say whose it is. Lookup: account → its case; what it says is sealed. Guarded. */
export const identityCases = pgTable(
  "identity_cases",
  {
    id: id("id").primaryKey(),
    reference: text("reference").notNull().unique(),
    account: bytea("account").notNull(),
    issuer: text("issuer").notNull(),
    reason: text("reason").notNull(),
    state: text("state", { enum: ["open", "answered", "linked", "refused", "lapsed"] })
      .notNull()
      .default("open"),
    facts: bytea("facts").notNull(),
    revision: integer("revision").notNull().default(1),
    claims: bytea("claims").notNull(),
    openedAt: moment("opened_at").notNull(),
    dueAt: moment("due_at").notNull(),
    lapsesAt: moment("lapses_at").notNull(),
    contact: bytea("contact"),
    words: bytea("words"),
    saidAt: moment("said_at"),
    answer: text("answer"),
    answeredAt: moment("answered_at"),
    decision: text("decision"),
    refusal: text("refusal"),
    personId: id("person_id"),
    why: bytea("why"),
    decidedBy: id("decided_by"),
    decidedAt: moment("decided_at"),
  },
  (t) => [
    uniqueIndex("identity_cases_open").on(t.account).where(sql`state in ('open', 'answered')`),
    index("identity_cases_queue").on(t.dueAt).where(sql`state in ('open', 'answered')`),
    index("identity_cases_account").on(t.account, t.decidedAt),
    check("identity_cases_state", sql`state in ('open', 'answered', 'linked', 'refused', 'lapsed')`),
    check("identity_cases_decided", sql`(state in ('linked', 'refused')) <= (decided_at is not null)`),
  ],
);

/** To whom an operator wants to link what the facts link to nobody, until another one has looked. Guarded. */
export const identityProposals = pgTable(
  "identity_proposals",
  {
    caseId: id("case_id").notNull(),
    id: id("id").notNull(),
    revision: integer("revision").notNull(),
    decision: text("decision", { enum: ["link", "replace", "reissue"] }).notNull(),
    personId: id("person_id").notNull(),
    why: bytea("why").notNull(),
    proposedBy: id("proposed_by").notNull(),
    proposedAt: moment("proposed_at").notNull(),
    outcome: text("outcome", { enum: ["confirmed", "sent-back", "withdrawn", "overtaken"] }),
    outcomeWhy: bytea("outcome_why"),
    endedBy: id("ended_by"),
    endedAt: moment("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    uniqueIndex("identity_proposals_open").on(t.caseId).where(sql`outcome is null`),
    check("identity_proposals_decision", sql`decision in ('link', 'replace', 'reissue')`),
    check("identity_proposals_outcome", sql`outcome in ('confirmed', 'sent-back', 'withdrawn', 'overtaken')`),
    check("identity_proposals_ended", sql`num_nulls(outcome, ended_at) in (0, 2)`),
    check(
      "identity_proposals_two",
      sql`outcome is distinct from 'confirmed' or (ended_by is not null and ended_by <> proposed_by)`,
    ),
  ],
);

/** The cookie of somebody whose sign-in waits: it opens their case alone. Lookup: SHA-256 of the cookie → case. */
export const helpSessions = pgTable(
  "help_sessions",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    caseId: id("case_id").notNull(),
    account: bytea("account").notNull(),
    provider: text("provider").notNull(),
    providerSessionHash: bytea("provider_session_hash"),
    idToken: bytea("id_token"),
    logoutUrl: bytea("logout_url"),
    endsAt: moment("ends_at").notNull(),
    endedAt: moment("ended_at"),
  },
  (t) => [index("help_sessions_ends").on(t.endsAt)],
);
