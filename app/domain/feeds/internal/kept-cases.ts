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
  personId: string,
  names: ReadonlySet<string>,
): Promise<Map<string, KeptCase>> {
  if (names.size === 0) return new Map();
  const rows = await tx.sql<(KeptCase & { name: string })[]>`
    select w.name, e.entry_id as "entryId", e.case_id as id, e.case_is_visit as visit
    from unnest(${[...names]}::text[]) as w (name)
    join entry_lookup l on l.facility_id = ${facilityId} and l.resource_type = split_part(w.name, '/', 1) and l.source_id = split_part(w.name, '/', 2)
    join persons p on p.id = l.person_id
    join persons own on own.id = ${personId} and coalesce(own.merged_into, own.id) = coalesce(p.merged_into, p.id)
    join entries e on e.person_id = l.person_id and e.entry_id = l.entry_id and e.current`;
  return new Map(rows.map(({ name, ...kept }) => [name, kept]));
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
    where e.person_id = ${personId} and e.facility_id = ${facilityId} and e.section = 'results' and e.current
      and r.part #>> '{}' = any(${parts}::text[])`;
}
