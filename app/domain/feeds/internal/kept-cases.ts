import { entryIdOf } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";

export interface Case {
  id: string;
  /** It is a visit's; any other may still turn out to be of one. */
  visit: boolean;
}

export interface KeptCase extends Case {
  entryId: string;
}

/** Cases of what the facility sent of this person before, by `Type/id`. */
export async function keptCases(
  tx: Tx,
  facilityId: string,
  cluster: string[],
  names: ReadonlySet<string>,
): Promise<Map<string, KeptCase>> {
  const kept = new Map<string, KeptCase>();
  if (names.size === 0) return kept;
  const ids = new Map([...names].map((name) => [entryIdOfName(facilityId, name), name]));
  for (const person of cluster) {
    const rows = await tx.sql<(KeptCase & { holder: string | null })[]>`
      select e.entry_id as "entryId", e.case_id as id, e.case_is_visit as visit, (
        select l.person_id from entry_lookup l
        where l.facility_id = ${facilityId} and l.resource_type = e.resource_type and l.source_id = e.source_id) as holder
      from entries e where e.person_id = ${person} and e.entry_id = any(${[...ids.keys()]}::uuid[]) and e.current`;
    for (const { holder, ...row } of rows) if (holder === person) kept.set(ids.get(row.entryId) ?? "", row);
  }
  return kept;
}

function entryIdOfName(facilityId: string, name: string): string {
  const [type = "", sourceId = ""] = name.split("/");
  return entryIdOf(facilityId, type, sourceId);
}

/** Reports and panels sent before that name one of these as their part. */
export async function keptHolders(
  tx: Tx,
  facilityId: string,
  personId: string,
  names: string[],
): Promise<{ part: string; holder: string }[]> {
  const parts = names.filter((name) => /^(?:Observation|ImagingStudy)\//.test(name));
  if (parts.length === 0) return [];
  return tx.sql<{ part: string; holder: string }[]>`
    select r.part #>> '{}' as part, e.resource_type || '/' || e.source_id as holder
    from entries e cross join lateral (
      select jsonb_path_query(e.resource, '$.result[*].reference') union all
      select jsonb_path_query(e.resource, '$.imagingStudy[*].reference') union all
      select jsonb_path_query(e.resource, '$.hasMember[*].reference')) r (part)
    where e.person_id = ${personId} and e.facility_id = ${facilityId} and e.section in ('results', 'history') and e.current
      and r.part #>> '{}' = any(${parts}::text[])`;
}
