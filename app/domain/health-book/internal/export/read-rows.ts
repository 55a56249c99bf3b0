import type { Ctx } from "#app/domain/access/context.ts";
import type { OpenedRecord } from "#app/domain/access/open-record.ts";
import type { Held } from "../../view.ts";
import { heldColumn, type EntryRow as Shown } from "../entry-row.ts";
import { ofRecord } from "../queries.ts";
import type { EntryRow } from "./messages-of.ts";
import { PutBack, type SealedRows } from "./put-back.ts";
import type { ExportRow } from "./to-resource.ts";

/** An entry of a copy, with what the book's own pages know of it. */
export type RecordRow = EntryRow &
  Pick<Shown, "id" | "section" | "caseId" | "timeLow" | "timeHigh" | "timePrecision" | "status"> & {
    /** The facility as pages call it. */
    shortName: string;
  };

/** What holds now of an opened record but for results that still wait, what it refers to of the facilities' directories, and the names and numbers taken out of both. */
export async function readRows(
  ctx: Ctx,
  record: OpenedRecord,
  inWords: (kind: string) => string,
): Promise<{ rows: RecordRow[]; waiting: Held[]; directory: ExportRow[]; putBack: PutBack }> {
  // Who people are comes back only to whom the decision opens it; to others words stand for it.
  const ids = record.decision.dataTypes.includes("identity") ? record.personIds : [];
  const [rows, directory, persons, identifiers, values] = await record.readAll<
    [RecordRow[], ExportRow[], SealedRows["persons"], SealedRows["identifiers"], SealedRows["values"]]
  >((sql) => [
    sql<RecordRow[]>`
      select e.resource_type as type, e.source_id as "sourceId", e.facility_id as "facilityId", e.version_key as "versionKey",
        e.version_at as "versionAt", e.resource::text as resource, e.source, e.message_id as "messageId", e.message_hash as digest,
        e.received_at as "receivedAt", f.code5, f.name as facility, coalesce(f.short_name, '?') as "shortName", e.entry_id as id, e.section,
        e.case_id as "caseId", e.time_low as "timeLow", e.time_high as "timeHigh", e.time_precision as "timePrecision", e.status, ${heldColumn(sql)} as held
      from entries e left join facility_names f on f.facility_id = e.facility_id and f.valid_to is null
      where ${ofRecord(sql, record)} and e.current and e.withdrawn_at is null
      order by e.resource_type <> 'Patient', e.time_low, e.entry_id`,
    sql<ExportRow[]>`
      select d.resource_type as type, d.source_id as "sourceId", d.facility_id as "facilityId", d.version_key as "versionKey",
        d.version_at as "versionAt", d.resource::text as resource, null as source
      from directory_entries d
      where d.current and (d.facility_id, d.resource_type || '/' || d.source_id) in (
        select e.facility_id, r #>> '{}' from entries e cross join lateral jsonb_path_query(e.resource, 'strict $.**.reference') r
        where ${ofRecord(sql, record)} and e.current and e.withdrawn_at is null)`,
    sql<SealedRows["persons"]>`select id, demographics from persons where id = any(${ids}::uuid[])`,
    sql<SealedRows["identifiers"]>`
      select person_id as "personId", id, kind, sealed from identifiers where person_id = any(${ids}::uuid[]) and kind <> 'oidc_subject'
      order by superseded_by is null and valid_to is null, valid_from, id`,
    sql<SealedRows["values"]>`
      select person_id as "personId", id, sealed from sealed_values where person_id = any(${ids}::uuid[])`,
  ]);
  const shown = rows.filter((row) => !row.held);
  const waiting = rows.flatMap(({ held }) => held ?? []);
  return { rows: shown, waiting, directory, putBack: new PutBack(ctx.keys, { persons, identifiers, values }, inWords) };
}
