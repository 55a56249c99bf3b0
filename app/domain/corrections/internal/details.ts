import type { TransactionSql } from "postgres";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import type { Circumstance } from "../rules.ts";
import type { CorrectionDetailView, CorrectionEventView } from "../view.ts";
import { unsealWords } from "./words.ts";

/** What only those see to whom the report is open. */
export interface ReportRow {
  circumstances: Circumstance[];
  contact: "portal" | "call";
  tellInsurer: boolean;
}

export interface EventRow {
  id: string;
  personId: string;
  at: Date;
  what: CorrectionEventView["what"];
  by: CorrectionEventView["by"];
  note: Buffer | null;
  facility: string | null;
  helperId: string | null;
  helper: Buffer | null;
}

export const reportQuery = (sql: TransactionSql, correctionId: string) => sql<ReportRow[]>`
  select c.circumstances, c.contact, c.tell_insurer as "tellInsurer" from corrections c where c.id = ${correctionId}`;

export const eventsQuery = (sql: TransactionSql, correctionId: string) => sql<EventRow[]>`
  select e.id, e.person_id as "personId", e.at, e.what, e.by_kind as by, e.note, f.short_name as facility, h.id as "helperId", h.demographics as helper
  from correction_events e
  left join facility_names f on f.facility_id = e.by_facility_id and f.valid_to is null
  left join persons h on e.by_kind = 'proxy' and h.id = e.by_person_id
  where e.correction_id = ${correctionId} order by e.at, e.id`;

/** The words of both sides, and what was ticked. */
export function details(
  keys: KeyRing,
  report: ReportRow,
  events: EventRow[],
): Pick<CorrectionDetailView, "circumstances" | "contact" | "tellInsurer" | "events"> {
  return { ...report, events: events.map((row) => eventView(keys, row)) };
}

function eventView(keys: KeyRing, row: EventRow): CorrectionEventView {
  return {
    at: row.at.toISOString(),
    what: row.what,
    by: row.by,
    name: row.helperId ? unsealNames(keys, row.helperId, row.helper)[0] : undefined,
    facility: row.facility ?? undefined,
    words: unsealWords(keys, row.personId, row.id, row.note),
  };
}
