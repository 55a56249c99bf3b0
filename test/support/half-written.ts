import type { Sql } from "postgres";

/** Everything in the store that a delivery would have left if it had been taken by half. */
export async function halfWritten(superuser: Sql): Promise<object[]> {
  return superuser`
    select 'an entry without the delivery it came in' as what, e.id::text as id from entries e
      left join messages m on m.facility_id = e.facility_id and m.id = e.message_id
      where m.id is null or m.state not in ('accepted', 'partly_accepted')
    union all select 'a directory entry without its delivery', d.source_id from directory_entries d
      left join messages m on m.facility_id = d.facility_id and m.id = d.message_id
      where m.id is null or m.state not in ('accepted', 'partly_accepted')
    union all select 'an entry that cannot be looked up', e.id::text from entries e
      left join entry_lookup l on l.facility_id = e.facility_id and l.resource_type = e.resource_type and l.source_id = e.source_id
      where l.entry_id is distinct from e.entry_id
    union all select 'two current versions', e.entry_id::text from entries e where e.current and e.withdrawn_at is null group by e.entry_id having count(*) > 1
    union all select 'a version twice', e.entry_id::text from entries e group by e.person_id, e.entry_id, e.version_key having count(*) > 1
    union all select 'a delivery without its bytes', m.id::text from messages m
      left join message_bodies b on b.facility_id = m.facility_id and b.message_id = m.id
      where m.state <> 'rejected' and b.message_id is null
    union all select 'bytes without their delivery', b.message_id::text from message_bodies b
      left join messages m on m.facility_id = b.facility_id and m.id = b.message_id where m.id is null`;
}
