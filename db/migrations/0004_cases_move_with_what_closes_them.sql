-- What was another person's all along is shown to nobody who reads this one; it stays for the audit.
drop policy opened on entries;
--> statement-breakpoint
create policy opened on entries for select to so_khoe_portal, so_khoe_worker, so_khoe_portal_ro
  using (person_id = any((select opened_persons())::uuid[])
     and section = any((select opened_sections())::text[])
     and case_id <> all((select closed_cases())::uuid[])
     and withdrawn_reason is distinct from 'moved');
--> statement-breakpoint
alter table entries add constraint entries_withdrawn_reason check (withdrawn_reason in ('deleted', 'moved'));
--> statement-breakpoint
grant update (withdrawn_reason) on entries to so_khoe_feed;
--> statement-breakpoint
-- Nothing labels at the door, so nothing may.
drop policy label_at_the_door on case_labels;
--> statement-breakpoint
revoke insert on case_labels from so_khoe_feed;
--> statement-breakpoint
grant select (entry_id, facility_id, withdrawn_reason), update (case_id, case_is_visit) on entries to so_khoe_guard;
--> statement-breakpoint
grant insert (person_id, case_id, label, set_by) on case_labels to so_khoe_guard;
--> statement-breakpoint
grant insert (person_id, case_id) on hidden_cases to so_khoe_guard;
--> statement-breakpoint
create policy guard_moves on entries for update to so_khoe_guard
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy guard_carries on case_labels for insert to so_khoe_guard with check (true);
--> statement-breakpoint
create policy guard_carries on hidden_cases for insert to so_khoe_guard with check (true);
--> statement-breakpoint
create function cluster_of(person uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public as $$
  with root as (select coalesce(p.merged_into, p.id) as id from persons p where p.id = person)
  select array(select id from root union all select p.id from root join persons p on p.merged_into = root.id)
$$;
--> statement-breakpoint
-- The one way a case changes its name: the rows of this facility go, and every label and hide of the old case is put
-- on the new one as well. So it can close more than before and never opens anything; it tells nothing either.
create function move_cases(to_person uuid, moves jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  facility uuid := nullif(current_setting('app.facility', true), '')::uuid;
  target uuid[] := cluster_of(to_person);
begin
  insert into case_labels (person_id, case_id, label, set_by)
  select to_person, m.to_case, l.label, min(l.set_by)
  from jsonb_to_recordset(moves) as m (from_person uuid, from_case uuid, to_case uuid)
  join (
    select d.from_person, unnest(cluster_of(d.from_person)) as id
    from (select distinct p.from_person from jsonb_to_recordset(moves) as p (from_person uuid)) d) source on source.from_person = m.from_person
  join case_labels l on l.person_id = source.id and l.case_id = m.from_case and l.lifted_at is null
  where exists (select from entries e where e.person_id = source.id and e.case_id = m.from_case and e.facility_id = facility)
    and not exists (
      select from case_labels k where k.person_id = any(target) and k.case_id = m.to_case and k.label = l.label and k.lifted_at is null)
  group by m.to_case, l.label;
  insert into hidden_cases (person_id, case_id)
  select distinct to_person, m.to_case
  from jsonb_to_recordset(moves) as m (from_person uuid, from_case uuid, to_case uuid)
  join (
    select d.from_person, unnest(cluster_of(d.from_person)) as id
    from (select distinct p.from_person from jsonb_to_recordset(moves) as p (from_person uuid)) d) source on source.from_person = m.from_person
  join hidden_cases h on h.person_id = source.id and h.case_id = m.from_case and h.shown_again_at is null
  where exists (select from entries e where e.person_id = source.id and e.case_id = m.from_case and e.facility_id = facility)
    and not exists (
      select from hidden_cases k where k.person_id = any(target) and k.case_id = m.to_case and k.shown_again_at is null);
  update entries e set case_id = m.to_case, case_is_visit = m.to_visit
  from jsonb_to_recordset(moves) as m (from_case uuid, to_case uuid, to_visit boolean, entry uuid)
  where e.person_id = any(target) and e.case_id = m.from_case and e.facility_id = facility and (m.entry is null or e.entry_id = m.entry);
end $$;
--> statement-breakpoint
revoke all on function cluster_of(uuid), move_cases(uuid, jsonb) from public;
--> statement-breakpoint
grant execute on function cluster_of(uuid) to so_khoe_guard;
--> statement-breakpoint
grant execute on function move_cases(uuid, jsonb) to so_khoe_feed;
--> statement-breakpoint
grant create on schema public to so_khoe_guard;
--> statement-breakpoint
alter function cluster_of(uuid) owner to so_khoe_guard;
--> statement-breakpoint
alter function move_cases(uuid, jsonb) owner to so_khoe_guard;
--> statement-breakpoint
-- Replacing a function takes its owner.
set role so_khoe_guard;
--> statement-breakpoint
create or replace function closed_counts() returns table (section text, reason text, entries int)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
  opened uuid[] := opened_persons();
  closed uuid[] := closed_cases();
begin
  if event.id is null or event.basis <> 'self' or cardinality(closed) = 0 then
    return;
  end if;
  return query
    with one_reason as (
      select c.case_id, case when exists (
        select from case_labels l where l.person_id = any(opened) and l.case_id = c.case_id and l.lifted_at is null and not l.label = any(event.labels)
      ) then 'rule' else 'hidden' end as why
      from unnest(closed) as c (case_id)
    )
    select n.section, c.why, count(*)::int
    from one_reason c join entries n on n.case_id = c.case_id
    where n.person_id = any(opened) and n.current and n.section = any(event.sections) and n.withdrawn_reason is distinct from 'moved'
    group by 1, 2;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from so_khoe_guard;
