import type { TransactionSql } from "postgres";
import type { DocumentReference } from "#app/adapters/record-store/fhir-r4/resources/documents.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import { localDay } from "#app/shared/dates.ts";
import type { PlaceView } from "../insurance/view.ts";
import { type NamedPaper, paperKind, reexaminationOn, referralOn } from "../papers/rules.ts";
import type { PaperView } from "../papers/view.ts";
import { conceptText } from "./concept.ts";
import { type EntryRow, entryColumns, readRow } from "./entry-row.ts";
import { entryJoins, ofRecord } from "./queries.ts";
import { paperRef, signatureOf } from "./signature.ts";

export interface PaperRow extends EntryRow {
  /** The row of the sender's own form. */
  fields: Record<string, string> | null;
  /** The day somebody is asked back, of an appointment of the same visit. */
  back: Date | null;
}

const MOST = 200;

/**
 * Papers that may be a referral or a slip for coming back, the newest first. What they are is decided by their row: names are
 * written in many ways, and there are few papers.
 */
export const papersQuery = (sql: TransactionSql, record: Pick<OpenedRecord, "personIds">) => sql<PaperRow[]>`
  select ${entryColumns(sql)}, false as hidden, null as medication, e.source -> 'f' as fields,
    (select min(a.time_low) from entries a where ${ofPerson(sql, record)} and a.current and a.withdrawn_at is null and a.case_id = e.case_id
      and a.section = 'next-steps' and a.resource_type = 'Appointment' and coalesce(a.status, '') not in ('cancelled', 'entered-in-error')
      and a.time_low >= e.time_low) as back,
    (select v.entry_id from entries v where v.person_id = e.person_id and v.entry_id = e.case_id and v.current and v.section = 'visits') as "visitId"
  from entries e ${entryJoins(sql)}
  where ${ofRecord(sql, record)} and e.current and e.section = 'documents' and e.resource_type = 'DocumentReference'
    and e.withdrawn_at is null and coalesce(e.status, '') not in ('entered-in-error', 'superseded')
  order by e.time_low desc nulls last, e.entry_id limit ${MOST}`;

const ofPerson = (sql: TransactionSql, { personIds }: Pick<OpenedRecord, "personIds">) =>
  sql`a.person_id = any(${personIds}::uuid[])`;

/** By facility and source id: papers that a Provenance of their sender holds a signature of. */
export const signedQuery = (sql: TransactionSql, record: Pick<OpenedRecord, "personIds">) => sql<{ paper: string }[]>`
  select e.facility_id || ' ' || (t ->> 'reference') as paper
  from entries e cross join lateral jsonb_array_elements(e.resource -> 'target') t
  where ${ofRecord(sql, record)} and e.current and e.withdrawn_at is null and e.section = 'other' and e.resource_type = 'Provenance'
    and jsonb_typeof(e.resource -> 'target') = 'array' and jsonb_typeof(e.resource -> 'signature') = 'array'
    and jsonb_array_length(e.resource -> 'signature') > 0`;

interface Papers {
  rows: readonly PaperRow[];
  signed: ReadonlySet<string>;
  places: ReadonlyMap<string, string>;
  now: Date;
}

/** The papers that are good or may be, and how many are no longer. */
export function papersOf({ rows, signed, places, now }: Papers): { papers: PaperView[]; over: number } {
  const today = localDay(now);
  const papers: PaperView[] = [];
  let over = 0;
  for (const row of rows) {
    const { resource } = readRow<DocumentReference>(row);
    const kind = paperKind(nameOf(resource));
    if (!kind) continue;
    const issued =
      row.timeLow && row.timePrecision !== "year" && row.timePrecision !== "month" ? localDay(row.timeLow) : undefined;
    const back = row.back ? localDay(row.back) : undefined;
    const validity = kind === "referral" ? referralOn(today, issued) : reexaminationOn(today, back, issued);
    if (!validity) {
      over += 1;
      continue;
    }
    const told = signatureOf(resource) ?? "unknown";
    papers.push({
      id: row.id,
      kind,
      number: field(row, "SO_CHUYENTUYEN") ?? field(row, "GIAY_CHUYEN_TUYEN") ?? field(row, "SO_GIAYHEN_KL"),
      issued,
      from: { facilityId: row.facilityId, facility: row.facility, receivedAt: row.receivedAt.toISOString() },
      to: kind === "referral" ? placeOf(field(row, "MA_NOI_DEN"), places) : undefined,
      validity,
      signature: signed.has(paperRef(row)) ? "sent" : told,
      visitId: row.visitId ?? undefined,
    });
  }
  return { papers, over };
}

function nameOf(resource: DocumentReference): NamedPaper {
  const title = conceptText(resource.type) ?? resource.content?.[0]?.attachment?.title;
  return { title, codes: (resource.type?.coding ?? []).flatMap(({ code }) => code ?? []) };
}

/** A field of the sender's row; one that was sealed, because somebody's number stands in it, is not told. */
function field({ fields }: PaperRow, name: string): string | undefined {
  const value = fields?.[name]?.trim();
  return value && !value.includes("{{") ? value : undefined;
}

const placeOf = (code: string | undefined, places: ReadonlyMap<string, string>): PlaceView | undefined =>
  code ? { code, name: places.get(code) } : undefined;
