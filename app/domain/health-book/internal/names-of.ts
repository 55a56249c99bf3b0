import type { CodeableConcept, HumanName } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import { referencesIn } from "#app/adapters/record-store/fhir-r4/references.ts";
import type { Tx } from "#db/client.ts";
import { conceptText, type Names, staffName } from "./concept.ts";
import { type EntryRow, readRow } from "./entry-row.ts";

interface DirectoryRow {
  name: string;
  resource: {
    name?: string | HumanName[];
    code?: CodeableConcept;
    type?: CodeableConcept;
    practitioner?: { display?: string };
  };
  /** Of a PractitionerRole: the names of the Practitioner in it. */
  holder: HumanName[] | null;
}

/** Names of everything these entries of one facility refer to: staff, places, medicines, and each other. */
export async function namesOf(tx: Tx, facilityId: string, rows: EntryRow[]): Promise<Names> {
  const names = new Map<string, string>();
  const wanted = new Set<string>();
  for (const row of rows.filter((r) => r.facilityId === facilityId)) {
    const { resource } = readRow<{ code?: CodeableConcept }>(row);
    const title = conceptText(resource.code);
    if (title) names.set(`${row.type}/${row.sourceId}`, title);
    for (const { reference } of referencesIn(resource)) wanted.add(reference);
  }
  if (wanted.size === 0) return names;
  const found = await tx.sql<DirectoryRow[]>`
    select d.resource_type || '/' || d.source_id as name, d.resource, p.resource -> 'name' as holder
    from unnest(${[...wanted]}::text[]) as w (reference)
    join directory_entries d on d.facility_id = ${facilityId} and d.current
      and d.resource_type = split_part(w.reference, '/', 1) and d.source_id = split_part(w.reference, '/', 2)
    left join directory_entries p on p.facility_id = ${facilityId} and p.current and p.resource_type = 'Practitioner'
      and d.resource_type = 'PractitionerRole' and p.source_id = split_part(d.resource #>> '{practitioner,reference}', '/', 2)`;
  for (const { name, ...row } of found) {
    const text = nameOf(row);
    if (text) names.set(name, text);
  }
  return names;
}

function nameOf({ resource, holder }: Omit<DirectoryRow, "name">): string | undefined {
  if (typeof resource.name === "string") return resource.name;
  if (Array.isArray(resource.name)) return staffName(resource.name[0]);
  if (resource.practitioner) return resource.practitioner.display ?? staffName(holder?.[0]);
  return conceptText(resource.code) ?? conceptText(resource.type);
}
