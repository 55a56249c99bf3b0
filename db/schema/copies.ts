import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea, id, moment } from "./columns.ts";

/** Whole books ordered as a PDF. Person-owned; ids, counts and times. States: `domain/health-book/copies/rules.ts`. */
export const bookCopies = pgTable(
  "book_copies",
  {
    personId: id("person_id").notNull(),
    id: id("id").notNull(),
    orderedBy: id("ordered_by").notNull(),
    /** Of the browser it was ordered in: what somebody ordered for another ends with it. */
    sessionId: id("session_id").notNull(),
    forOther: boolean("for_other").notNull(),
    language: text("language", { enum: ["vi", "en"] }).notNull(),
    state: text("state", {
      enum: ["ordered", "writing", "ready", "failed", "cancelled", "deleted", "expired"],
    })
      .notNull()
      .default("ordered"),
    failure: text("failure"),
    orderedAt: moment("ordered_at").notNull(),
    /** How often it was begun; whoever begins it anew takes it from who began it before. */
    run: integer("run").notNull().default(0),
    leasedUntil: moment("leased_until"),
    partsDone: integer("parts_done").notNull().default(0),
    parts: integer("parts").notNull().default(0),
    /** What of the book is in it. */
    sections: text("sections").array().notNull().default([]),
    entries: integer("entries"),
    bytes: integer("bytes"),
    finishedAt: moment("finished_at"),
    endsAt: moment("ends_at"),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    uniqueIndex("book_copies_one").on(t.personId, t.orderedBy).where(sql`state in ('ordered', 'writing', 'ready')`),
    index("book_copies_tended").on(t.state, t.orderedAt),
  ],
);

/** The sealed bytes of what is ready; a trigger drops them with that state. Person-owned. */
export const bookCopyParts = pgTable(
  "book_copy_parts",
  {
    personId: id("person_id").notNull(),
    copyId: id("copy_id").notNull(),
    part: integer("part").notNull(),
    sealed: bytea("sealed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.copyId, t.part] })],
);

/** What a reader of a book has chosen for their own eyes. Person-owned (whose book). */
export const readingChoices = pgTable(
  "reading_choices",
  {
    personId: id("person_id").notNull(),
    readerId: id("reader_id").notNull(),
    /** Results of the last 14 days stay folded until they are explained. */
    hidesNewest: boolean("hides_newest").notNull(),
    changedAt: moment("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.readerId] })],
);
