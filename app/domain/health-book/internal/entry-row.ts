import type { TransactionSql } from "postgres";
import { readStored } from "#app/adapters/record-store/fhir-r4/json.ts";
import type { Held, ItemBase, Reported } from "../view.ts";
import { whenOf } from "./when.ts";

/** One current entry as the section queries give it. */
export interface EntryRow {
  id: string;
  type: string;
  sourceId: string;
  section: string;
  caseId: string;
  facilityId: string;
  facility: string;
  receivedAt: Date;
  timeLow: Date | null;
  timeHigh: Date | null;
  timePrecision: "year" | "month" | "day" | "time" | null;
  withdrawn: boolean;
  status: string | null;
  visitId: string | null;
  hidden: boolean;
  /** Text, so that decimals keep their digits. */
  resource: string;
  /** `code` of the Medication a line refers to in the facility's directory. */
  medication: string | null;
  /** Versions that are current no more; unknown where nobody asked. */
  earlier?: number;
  /** It waits by the rule of its class, and its content is not here. */
  held?: Held | null;
  /** What somebody reported about it. */
  reported?: Reported;
}

/** A row with its resource read. */
export interface Read<R> {
  row: EntryRow;
  resource: R;
}

export const readRow = <R>(row: EntryRow): Read<R> => ({ row, resource: readStored<R>(row.resource) });

/** A status may be missing, and then nothing is said to be wrong. */
export const isWithdrawn = (sql: TransactionSql) =>
  sql`(e.withdrawn_at is not null or coalesce(e.status, '') = 'entered-in-error')`;

/**
 * The columns of `EntryRow` for entries aliased `e`. Of the resource, what no item is made of is left out
 * in the database: sending and reading it cost the portal more than mapping the rest.
 */
export function entryColumns(sql: TransactionSql) {
  return sql`
    e.entry_id as id, e.resource_type as type, e.source_id as "sourceId", e.section, e.case_id as "caseId", e.facility_id as "facilityId", coalesce(f.short_name, '?') as facility,
    e.received_at as "receivedAt", e.time_low as "timeLow", e.time_high as "timeHigh", e.time_precision as "timePrecision",
    ${isWithdrawn(sql)} as withdrawn, e.status, ${heldColumn(sql)} as held,
    case when ${isHeld(sql)} then jsonb_build_object('resourceType', e.resource_type, 'category', e.resource -> 'category')
      else e.resource - '{text,meta,subject,patient,encounter,identifier}'::text[] end::text as resource`;
}

/** What still waits by the rule of its class; to clinicians of its facility, who opened it alone, nothing does. */
const openHold = (sql: TransactionSql) => sql`
  from result_holds h where e.section = 'results' and h.person_id = e.person_id and h.entry_id = e.entry_id
    and h.released_at is null and h.appears_at > now() and (select opened_entries()) is null`;

/** Does `e` wait? Then nothing of it but its kind leaves the database, on whichever page. */
export const isHeld = (sql: TransactionSql) => sql`exists (select ${openHold(sql)})`;

/** The rule it waits by, as JSON. */
export const heldColumn = (sql: TransactionSql) =>
  sql`(select jsonb_build_object('class', h.class, 'appearsAt', h.appears_at) ${openHold(sql)})`;

/** Is there a modifier, wherever it stands? What modifies a part may turn the whole around. Within a text the quotes are escaped. */
export const isUnsafe = (row: Pick<EntryRow, "resource">): boolean => row.resource.includes('"modifierExtension":');

/** What every item has. */
export function baseOf(row: EntryRow, title: string | undefined): ItemBase {
  return {
    id: row.id,
    title: title || undefined,
    when: whenOf(row),
    source: { facilityId: row.facilityId, facility: row.facility, receivedAt: row.receivedAt.toISOString() },
    visitId: row.visitId ?? undefined,
    hidden: row.hidden,
    unsafe: isUnsafe(row),
    withdrawn: row.withdrawn,
    earlier: row.earlier,
    reported: row.reported,
    ...(row.held ? { held: row.held } : {}),
  };
}
