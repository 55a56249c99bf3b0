import { boolean, customType, date, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, moment } from "./columns.ts";

const multirange = customType<{ data: string }>({ dataType: () => "int8multirange" });
const day = (name: string) => date(name, { mode: "string" });

/** How often facilities of a kind send each kind of data, unless agreed otherwise; dated, with its source. Reference. */
export const feedRhythmDefaults = pgTable(
  "feed_rhythm_defaults",
  {
    facilityKind: text("facility_kind").notNull(),
    kind: text("kind").notNull(),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"),
    everyHours: integer("every_hours").notNull(),
    workingDays: boolean("working_days").notNull(),
    source: text("source").notNull(),
  },
  (t) => [primaryKey({ columns: [t.facilityKind, t.kind, t.validFrom] })],
);

/** How often one facility sends one kind, since when and by which agreement. Facility-owned. */
export const feedRhythms = pgTable(
  "feed_rhythms",
  {
    facilityId: id("facility_id").notNull(),
    kind: text("kind").notNull(),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"),
    /** None: it does not send this kind. */
    everyHours: integer("every_hours"),
    workingDays: boolean("working_days").notNull().default(false),
    source: text("source").notNull(),
    setAt: moment("set_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.kind, t.validFrom] })],
);

/** When a kind came first and last. `all` is any message. Facility-owned. */
export const feedStates = pgTable(
  "feed_states",
  {
    facilityId: id("facility_id").notNull(),
    kind: text("kind").notNull(),
    firstReceivedAt: moment("first_received_at").notNull(),
    lastReceivedAt: moment("last_received_at").notNull(),
    /** Newest clinical time seen that is not ahead. */
    lastEventAt: moment("last_event_at"),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.kind] })],
);

/** What came on a Vietnamese day: entries of each kind, and under `all` messages. Facility-owned. */
export const feedArrivals = pgTable(
  "feed_arrivals",
  {
    facilityId: id("facility_id").notNull(),
    kind: text("kind").notNull(),
    day: day("day").notNull(),
    lastReceivedAt: moment("last_received_at").notNull(),
    lastEventAt: moment("last_event_at"),
    accepted: integer("accepted").notNull().default(0),
    rejected: integer("rejected").notNull().default(0),
    quarantined: integer("quarantined").notNull().default(0),
    withdrawn: integer("withdrawn").notNull().default(0),
    /** Entries by how long after the event they came: up to 1, 6, 12, 24, 48, 72, 168, 720 hours. */
    delays: integer("delays").array().notNull(),
    worstDelaySeconds: integer("worst_delay_seconds"),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.kind, t.day] })],
);

/** Why things were refused, by day. Facility-owned. */
export const feedRejects = pgTable(
  "feed_rejects",
  {
    facilityId: id("facility_id").notNull(),
    day: day("day").notNull(),
    code: text("code").notNull(),
    count: integer("count").notNull(),
    lastMessageId: id("last_message_id").notNull(),
    lastAt: moment("last_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.day, t.code] })],
);

/** Which running numbers of a sender's stream have come; what lies between is missing. Facility-owned. */
export const feedSequences = pgTable(
  "feed_sequences",
  {
    facilityId: id("facility_id").notNull(),
    stream: text("stream").notNull(),
    received: multirange("received").notNull(),
    lastAt: moment("last_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.stream] })],
);

/** Notice of an outage: of a facility, or of the province under the zero id. Facility-owned. */
export const feedOutages = pgTable(
  "feed_outages",
  {
    facilityId: id("facility_id").notNull(),
    id: id("id").notNull(),
    /** Of which kinds; none for all. */
    kinds: text("kinds").array().notNull(),
    startsAt: moment("starts_at").notNull(),
    endsAt: moment("ends_at"),
    textVi: text("text_vi").notNull(),
    textEn: text("text_en").notNull(),
    writtenBy: id("written_by"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.facilityId, t.id] })],
);
