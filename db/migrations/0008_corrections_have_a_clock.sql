-- "This is wrong", "something is missing", "this visit was not mine": who asked, who must answer by when, and every word of it.
create table corrections (
  person_id uuid not null,
  id uuid not null,
  reference text not null,
  kind text not null,
  section text not null,
  entry_id uuid,
  case_id uuid,
  facility_id uuid,
  circumstances text[] not null default '{}',
  contact text not null,
  tell_insurer boolean not null default false,
  sent_by uuid,
  sent_at timestamptz not null,
  primary key (person_id, id),
  constraint corrections_kind check (kind in ('wrong', 'missing', 'not-mine')),
  constraint corrections_contact check (contact in ('portal', 'call')),
  constraint corrections_insurer check (kind = 'not-mine' or not tell_insurer)
);
--> statement-breakpoint
create unique index corrections_reference on corrections (person_id, reference);
--> statement-breakpoint
-- What each side did and said. The words are sealed: people write down more than they are asked for.
create table correction_events (
  person_id uuid not null,
  correction_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  what text not null,
  by_kind text not null,
  by_person_id uuid,
  by_facility_id uuid,
  note bytea,
  primary key (person_id, correction_id, id),
  constraint correction_events_what check (what in ('sent', 'received', 'extended', 'corrected', 'partly', 'refused', 'overdue', 'escalated', 'withdrawn')),
  constraint correction_events_by check (by_kind in ('citizen', 'proxy', 'clerk', 'clinician', 'operator', 'job'))
);
--> statement-breakpoint
create trigger correction_events_fixed before update or delete on correction_events for each row execute function refuse_change();
--> statement-breakpoint
create trigger correction_events_kept before truncate on correction_events for each statement execute function refuse_change();
--> statement-breakpoint
-- The one place of a correction's state: who must answer it now, by when. No word of it, and nothing of the entry but its id.
create table correction_inbox (
  facility_id uuid not null,
  reference text not null,
  person_id uuid not null,
  correction_id uuid not null,
  about_facility_id uuid,
  entry_id uuid,
  kind text not null,
  section text not null,
  state text not null default 'sent',
  sent_at timestamptz not null,
  acknowledge_by timestamptz not null,
  decide_by timestamptz not null,
  received_at timestamptz,
  extended_at timestamptz,
  overdue_at timestamptz,
  escalated_at timestamptz,
  decided_at timestamptz,
  withdrawn_at timestamptz,
  visit_day date,
  visit_source_id text,
  primary key (facility_id, reference),
  constraint correction_inbox_state check (state in ('sent', 'received', 'overdue', 'escalated', 'corrected', 'partly', 'refused', 'withdrawn')),
  constraint correction_inbox_decided check ((state in ('corrected', 'partly', 'refused')) <= (decided_at is not null)),
  constraint correction_inbox_order check (sent_at < decide_by)
);
--> statement-breakpoint
create unique index correction_inbox_reference on correction_inbox (reference);
--> statement-breakpoint
-- The same thing is not asked twice while it is open.
create unique index correction_inbox_once on correction_inbox (person_id, entry_id, kind)
  where entry_id is not null and state in ('sent', 'received', 'overdue', 'escalated');
--> statement-breakpoint
create index correction_inbox_person on correction_inbox (person_id);
--> statement-breakpoint
create index correction_inbox_due on correction_inbox (decide_by) where state in ('sent', 'received', 'overdue');
--> statement-breakpoint
create index correction_inbox_about on correction_inbox (about_facility_id);
--> statement-breakpoint
-- An event may open one correction, and the item it names, instead of sections.
alter table access_events add column opens_correction uuid;
--> statement-breakpoint
grant insert (opens_correction) on access_events to so_khoe_portal, so_khoe_worker;
--> statement-breakpoint
grant select on corrections, correction_inbox to so_khoe_guard;
--> statement-breakpoint
-- The correction the event opens: for staff of the facility that must answer it or that it is about, unless its case is closed to them.
create function opened_correction() returns uuid
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
      and event.actor_facility_id in (i.facility_id, i.about_facility_id)
      and (c.case_id is null or c.case_id <> all(closed_cases())));
end $$;
--> statement-breakpoint
create function opened_correction_entry() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select c.entry_id from corrections c where c.person_id = any(opened_persons()) and c.id = opened_correction());
end $$;
--> statement-breakpoint
revoke all on function opened_correction(), opened_correction_entry() from public;
--> statement-breakpoint
grant execute on function opened_correction(), opened_correction_entry() to so_khoe_guard, so_khoe_portal, so_khoe_portal_ro;
--> statement-breakpoint
grant create on schema public to so_khoe_guard;
--> statement-breakpoint
alter function opened_correction() owner to so_khoe_guard;
--> statement-breakpoint
alter function opened_correction_entry() owner to so_khoe_guard;
--> statement-breakpoint
revoke create on schema public from so_khoe_guard;
--> statement-breakpoint
alter table corrections enable row level security, force row level security;
--> statement-breakpoint
alter table correction_events enable row level security, force row level security;
--> statement-breakpoint
create policy guard_corrections on corrections for select to so_khoe_guard using (true);
--> statement-breakpoint
-- Like the entry it is about: by section, without closed cases. Or alone, to those who must answer it.
create policy opened on corrections for select to so_khoe_portal, so_khoe_portal_ro
  using (person_id = any((select opened_persons())::uuid[])
     and (section = any((select opened_sections())::text[]) and (case_id is null or case_id <> all((select closed_cases())::uuid[]))
       or id = (select opened_correction())));
--> statement-breakpoint
create policy sent on corrections for insert to so_khoe_portal
  with check (person_id = any((select opened_persons())::uuid[])
     and section = any((select opened_sections())::text[]) and (case_id is null or case_id <> all((select closed_cases())::uuid[])));
--> statement-breakpoint
create policy opened on correction_events for select to so_khoe_portal, so_khoe_portal_ro
  using (person_id = any((select opened_persons())::uuid[])
     and exists (select from corrections c where c.person_id = correction_events.person_id and c.id = correction_events.correction_id));
--> statement-breakpoint
create policy said on correction_events for insert to so_khoe_portal
  with check (person_id = any((select opened_persons())::uuid[])
     and exists (select from corrections c where c.person_id = correction_events.person_id and c.id = correction_events.correction_id));
--> statement-breakpoint
-- Duty and the clock say that something happened, and no word; they open nothing.
create policy duty on correction_events for insert to so_khoe_portal, so_khoe_worker
  with check (note is null and by_kind in ('operator', 'job'));
--> statement-breakpoint
create policy named_by_correction on entries for select to so_khoe_portal, so_khoe_portal_ro
  using (person_id = any((select opened_persons())::uuid[])
     and entry_id = (select opened_correction_entry())
     and case_id <> all((select closed_cases())::uuid[])
     and withdrawn_reason is distinct from 'moved');
--> statement-breakpoint
grant select on corrections, correction_events to so_khoe_portal, so_khoe_portal_ro;
--> statement-breakpoint
grant insert on corrections, correction_events to so_khoe_portal;
--> statement-breakpoint
grant insert (person_id, correction_id, id, at, what, by_kind) on correction_events to so_khoe_worker;
--> statement-breakpoint
grant select, insert on correction_inbox to so_khoe_portal;
--> statement-breakpoint
grant select on correction_inbox to so_khoe_worker, so_khoe_portal_ro;
--> statement-breakpoint
grant update (facility_id, state, decide_by, received_at, extended_at, overdue_at, escalated_at, decided_at, withdrawn_at)
  on correction_inbox to so_khoe_portal, so_khoe_worker;
