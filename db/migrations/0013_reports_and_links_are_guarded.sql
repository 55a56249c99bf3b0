-- Who may see and change the state of a report, who may see whose child and whose other self somebody is, and what
-- closes a case stays on it when persons are merged and parted.
alter table correction_inbox add column visit_code bytea;
--> statement-breakpoint
alter table correction_inbox enable row level security, force row level security;
--> statement-breakpoint
alter table person_links enable row level security, force row level security;
--> statement-breakpoint
alter table person_merges enable row level security, force row level security;
--> statement-breakpoint
alter table births enable row level security, force row level security;
--> statement-breakpoint
grant create on schema public to so_khoe_guard;
--> statement-breakpoint
grant update (case_id) on corrections to so_khoe_guard;
--> statement-breakpoint
grant insert (lifted_at) on case_labels to so_khoe_guard;
--> statement-breakpoint
create policy guard_inbox on correction_inbox for select to so_khoe_guard using (true);
--> statement-breakpoint
create policy guard_moves on corrections for update to so_khoe_guard
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
-- Replacing a function takes its owner.
set role so_khoe_guard;
--> statement-breakpoint
-- The correction the event opens: for staff of the facility that must answer it or that it is about, as long as it waits
-- for an answer, unless its case is closed to them.
create or replace function opened_correction() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  if event.opens_correction is null then
    return null;
  end if;
  return (
    select c.id from corrections c join correction_inbox i on i.reference = c.reference and i.correction_id = c.id
    where c.person_id = any(opened_persons()) and c.id = event.opens_correction
      and i.state in ('sent', 'received', 'overdue', 'escalated')
      and event.actor_facility_id in (i.facility_id, i.about_facility_id)
      and (c.case_id is null or c.case_id <> all(closed_cases())));
end $$;
--> statement-breakpoint
-- Whose staff the event lets answer the correction it opens.
create function answering_facility() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  if event.opens_correction is null or event.action <> 'change' then
    return null;
  end if;
  return event.actor_facility_id;
end $$;
--> statement-breakpoint
create function opened_by_operator() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  return event.id is not null and event.basis = 'duty' and event.actor_kind = 'operator';
end $$;
--> statement-breakpoint
-- Labels at the door: what the facility has rows of, in whoever of the cluster's name, and what nobody lifted there.
create or replace function label_cases(labels jsonb) returns void
language sql security definer set search_path = pg_catalog, public as $$
  with asked as (
    select distinct m.person, m.case_id, m.label from jsonb_to_recordset(labels) as m (person uuid, case_id uuid, label text)
  ), member as (
    select d.person, unnest(cluster_of(d.person)) as id from (select distinct a.person from asked a) d
  )
  insert into case_labels (person_id, case_id, label, set_by)
  select a.person, a.case_id, a.label, 'door' from asked a
  where exists (
      select from member s join entries e on e.person_id = s.id and e.case_id = a.case_id
        and e.facility_id = nullif(current_setting('app.facility', true), '')::uuid where s.person = a.person)
    and not exists (
      select from member s join case_labels k on k.person_id = s.id and k.case_id = a.case_id and k.label = a.label where s.person = a.person)
$$;
--> statement-breakpoint
-- The one way a case changes its name: the rows of this facility go, what was reported about them too, and every label
-- and hide of the old case, whoever of the cluster holds it, is put on the new one as well. So it can close more than
-- before and never opens anything; it tells nothing either.
create or replace function move_cases(to_person uuid, moves jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  facility uuid := nullif(current_setting('app.facility', true), '')::uuid;
  target uuid[] := cluster_of(to_person);
begin
  with asked as (
    select distinct m.from_person, m.from_case, m.to_case from jsonb_to_recordset(moves) as m (from_person uuid, from_case uuid, to_case uuid)
  ), member as (
    select d.from_person, unnest(cluster_of(d.from_person)) as id from (select distinct a.from_person from asked a) d
  ), held as (
    select a.* from asked a where exists (
      select from member s join entries e on e.person_id = s.id and e.case_id = a.from_case and e.facility_id = facility
      where s.from_person = a.from_person)
  ), labelled as (
    insert into case_labels (person_id, case_id, label, set_by)
    select to_person, h.to_case, l.label, min(l.set_by)
    from held h join member s on s.from_person = h.from_person
    join case_labels l on l.person_id = s.id and l.case_id = h.from_case and l.lifted_at is null
    where not exists (
      select from case_labels k where k.person_id = any(target) and k.case_id = h.to_case and k.label = l.label and k.lifted_at is null)
    group by h.to_case, l.label
  )
  insert into hidden_cases (person_id, case_id)
  select distinct to_person, h.to_case
  from held h join member s on s.from_person = h.from_person
  join hidden_cases c on c.person_id = s.id and c.case_id = h.from_case and c.shown_again_at is null
  where not exists (
    select from hidden_cases k where k.person_id = any(target) and k.case_id = h.to_case and k.shown_again_at is null);
  update entries e set case_id = m.to_case, case_is_visit = m.to_visit
  from jsonb_to_recordset(moves) as m (from_case uuid, to_case uuid, to_visit boolean, entry uuid)
  where e.person_id = any(target) and e.case_id = m.from_case and e.facility_id = facility and (m.entry is null or e.entry_id = m.entry);
  update corrections c set case_id = m.to_case
  from jsonb_to_recordset(moves) as m (from_case uuid, to_case uuid, entry uuid)
  where c.person_id = any(target) and c.case_id = m.from_case and c.facility_id = facility and (m.entry is null or c.entry_id = m.entry);
end $$;
--> statement-breakpoint
-- Before persons are parted: what closes a case for the cluster closes it for each of them who has a row of it, and what
-- was lifted stays so for each. For operators, under the event of the cluster's root; it tells nothing.
create function closings_for_each() returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  cluster uuid[] := opened_persons();
begin
  if not opened_by_operator() then
    return;
  end if;
  insert into case_labels (person_id, case_id, label, set_by, lifted_at)
  select p.id, l.case_id, l.label, min(l.set_by), case when bool_or(l.lifted_at is null) then null else max(l.lifted_at) end
  from unnest(cluster) as p (id) join case_labels l on l.person_id = any(cluster)
  where exists (select from entries e where e.person_id = p.id and e.case_id = l.case_id)
  group by p.id, l.case_id, l.label
  having not coalesce(bool_or(l.person_id = p.id and (l.lifted_at is null or not exists (
    select from case_labels k where k.person_id = any(cluster) and k.case_id = l.case_id and k.label = l.label and k.lifted_at is null))), false);
  insert into hidden_cases (person_id, case_id)
  select distinct p.id, h.case_id
  from unnest(cluster) as p (id) join hidden_cases h on h.person_id = any(cluster) and h.shown_again_at is null
  where exists (select from entries e where e.person_id = p.id and e.case_id = h.case_id)
    and not exists (select from hidden_cases k where k.person_id = p.id and k.case_id = h.case_id and k.shown_again_at is null);
end $$;
--> statement-breakpoint
revoke all on function answering_facility(), opened_by_operator(), closings_for_each() from public;
--> statement-breakpoint
grant execute on function answering_facility(), opened_by_operator(), closings_for_each() to so_khoe_portal;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from so_khoe_guard;
--> statement-breakpoint
-- The person's own, as far as the report itself is open to the reader; staff see the one they have opened.
create policy opened on correction_inbox for select to so_khoe_portal, so_khoe_portal_ro
  using (person_id = any((select opened_persons())::uuid[])
     and exists (select from corrections c where c.person_id = correction_inbox.person_id and c.id = correction_inbox.correction_id));
--> statement-breakpoint
-- Numbers and clocks, to the facility the transaction names: what it must answer, and what is about it.
create policy addressed on correction_inbox for select to so_khoe_portal
  using (nullif(current_setting('app.facility', true), '')::uuid in (facility_id, about_facility_id));
--> statement-breakpoint
-- Operators watch over all of them, and bring what is late before the department.
create policy duty on correction_inbox for select to so_khoe_portal
  using (nullif(current_setting('app.duty', true), '') = 'operator');
--> statement-breakpoint
create policy taken_over on correction_inbox for update to so_khoe_portal
  using (nullif(current_setting('app.duty', true), '') = 'operator' and state = 'overdue')
  with check (nullif(current_setting('app.duty', true), '') = 'operator' and state = 'escalated');
--> statement-breakpoint
create policy sent on correction_inbox for insert to so_khoe_portal
  with check (state = 'sent' and person_id = any((select opened_persons())::uuid[]) and section = any((select opened_sections())::text[])
     and exists (select from corrections c
       where c.person_id = correction_inbox.person_id and c.id = correction_inbox.correction_id and c.reference = correction_inbox.reference));
--> statement-breakpoint
-- Whoever reported takes back, or goes further.
create policy own on correction_inbox for update to so_khoe_portal
  using (person_id = any((select opened_persons())::uuid[]) and section = any((select opened_sections())::text[])
     and exists (select from corrections c where c.person_id = correction_inbox.person_id and c.id = correction_inbox.correction_id))
  with check (person_id = any((select opened_persons())::uuid[]) and section = any((select opened_sections())::text[])
     and state in ('withdrawn', 'escalated'));
--> statement-breakpoint
-- Staff answer what they have opened and their facility must answer; the answer ends their sight of it.
create policy answered on correction_inbox for update to so_khoe_portal
  using (correction_id = (select opened_correction()) and facility_id = (select answering_facility()))
  with check (correction_id = (select opened_correction()) and facility_id = (select answering_facility())
     and state in ('sent', 'received', 'escalated', 'corrected', 'partly', 'refused'));
--> statement-breakpoint
-- The clock sees what is open, and makes it late or the department's.
create policy clock_sees on correction_inbox for select to so_khoe_worker using (state in ('sent', 'received', 'overdue', 'escalated'));
--> statement-breakpoint
create policy clock on correction_inbox for update to so_khoe_worker
  using (state in ('sent', 'received', 'overdue')) with check (state in ('overdue', 'escalated'));
--> statement-breakpoint
revoke select, update (received_at, extended_at, withdrawn_at) on correction_inbox from so_khoe_worker;
--> statement-breakpoint
grant select (facility_id, reference, person_id, correction_id, about_facility_id, state, sent_at, decide_by, escalated_at)
  on correction_inbox to so_khoe_worker;
--> statement-breakpoint
drop policy duty on correction_events;
--> statement-breakpoint
-- Duty and the clock say that something happened, and no word; they open nothing.
create policy duty on correction_events for insert to so_khoe_portal
  with check (note is null and by_kind = 'operator' and nullif(current_setting('app.duty', true), '') = 'operator');
--> statement-breakpoint
create policy clock on correction_events for insert to so_khoe_worker with check (note is null and by_kind = 'job');
--> statement-breakpoint
-- Whose child somebody is: to those who have opened either; the feeds' own matching finds and adds, in a facility's name.
revoke insert, update on person_links from so_khoe_portal;
--> statement-breakpoint
create policy opened on person_links for select to so_khoe_portal
  using (person_id = any((select opened_persons())::uuid[]) or other_person_id = any((select opened_persons())::uuid[]));
--> statement-breakpoint
create policy matching on person_links for select to so_khoe_feed
  using (nullif(current_setting('app.facility', true), '') is not null);
--> statement-breakpoint
create policy said on person_links for insert to so_khoe_feed
  with check (source = 'facility:' || nullif(current_setting('app.facility', true), ''));
--> statement-breakpoint
create policy said_more on person_links for update to so_khoe_feed
  using (nullif(current_setting('app.facility', true), '') is not null)
  with check (nullif(current_setting('app.facility', true), '') is not null);
--> statement-breakpoint
revoke update (until) on person_links from so_khoe_feed;
--> statement-breakpoint
revoke all on births from so_khoe_portal;
--> statement-breakpoint
create policy matching on births for all to so_khoe_feed
  using (nullif(current_setting('app.facility', true), '') is not null)
  with check (nullif(current_setting('app.facility', true), '') is not null);
--> statement-breakpoint
-- Merging and parting: operators, under an event in the log of one of the two.
create policy opened on person_merges for select to so_khoe_portal
  using (person_id = any((select opened_persons())::uuid[]) or into_id = any((select opened_persons())::uuid[]));
--> statement-breakpoint
create policy merged on person_merges for insert to so_khoe_portal
  with check ((select opened_by_operator()) and unmerged_at is null
     and (person_id = any((select opened_persons())::uuid[]) or into_id = any((select opened_persons())::uuid[])));
--> statement-breakpoint
create policy parted on person_merges for update to so_khoe_portal
  using ((select opened_by_operator()) and unmerged_at is null
     and (person_id = any((select opened_persons())::uuid[]) or into_id = any((select opened_persons())::uuid[])))
  with check ((select opened_by_operator()) and unmerged_at is not null);
