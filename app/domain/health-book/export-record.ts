import { stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { bookOwner } from "#app/domain/access/book-owner.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { bookSections } from "#app/domain/access/data-types.ts";
import { openRecord } from "#app/domain/access/open-record.ts";
import { newId } from "#app/shared/ids.ts";
import { PutBack, type SealedRows } from "./internal/export/put-back.ts";
import { type ExportRow, toResource } from "./internal/export/to-resource.ts";
import { ofRecord } from "./internal/queries.ts";

const EXPORTED = [...bookSections, "identity", "money", "other"] as const;

/**
 * The whole record as a FHIR R4 Bundle (type collection) in JSON text: what holds now, with names and numbers
 * put back, or said by `inWords` to be missing, and each source row beside what it means. Who may: the person, and whom they let act for them.
 */
export async function exportRecord(
  ctx: Ctx,
  input: { base: string; inWords: (kind: string) => string },
): Promise<{ json: string; resources: number }> {
  const record = await openRecord(ctx, {
    personId: bookOwner(ctx.actor),
    dataTypes: EXPORTED,
    action: "export",
    subject: "record",
    showHidden: false,
  });
  // Who people are comes back only to whom the decision opens it; to others words stand for it.
  const ids = record.decision.dataTypes.includes("identity") ? record.personIds : [];
  const [rows, directory, persons, identifiers, values] = await record.readAll<
    [ExportRow[], ExportRow[], SealedRows["persons"], SealedRows["identifiers"], SealedRows["values"]]
  >((sql) => [
    sql<ExportRow[]>`
      select e.resource_type as type, e.source_id as "sourceId", e.facility_id as "facilityId", e.version_key as "versionKey",
        e.version_at as "versionAt", e.resource::text as resource, e.source
      from entries e where ${ofRecord(sql, record)} and e.current and e.withdrawn_at is null
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
      select person_id as "personId", id, sealed from identifiers where person_id = any(${ids}::uuid[]) and kind <> 'oidc_subject'`,
    sql<SealedRows["values"]>`
      select person_id as "personId", id, sealed from sealed_values where person_id = any(${ids}::uuid[])`,
  ]);
  const putBack = new PutBack(ctx.keys, { persons, identifiers, values }, input.inWords);
  const entry = [...rows, ...directory].map((row) => {
    const resource = toResource(row, putBack);
    return { fullUrl: `${input.base}/${resource.resourceType}/${resource.id}`, resource };
  });
  const bundle = { resourceType: "Bundle", id: newId(), type: "collection", timestamp: ctx.now().toISOString(), entry };
  return { json: stringifyFhirJson(bundle), resources: entry.length };
}
