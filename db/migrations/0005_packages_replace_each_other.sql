-- Cases as a facility's packages (QĐ 3176) tell them: each replaces the whole earlier one.
create table packages (
  facility_id uuid not null,
  case_key text not null,
  person_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('check-in', 'visit')),
  prepared_at timestamptz not null,
  message_id uuid not null,
  received_at timestamptz not null,
  first_received_at timestamptz not null,
  primary key (facility_id, case_key)
);
--> statement-breakpoint
create index packages_expected on packages (facility_id, prepared_at) where kind = 'check-in';
--> statement-breakpoint
alter table packages enable row level security, force row level security;
--> statement-breakpoint
create policy own_facility on packages for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
grant select, insert, update on packages to so_khoe_feed;
--> statement-breakpoint
-- Operators count what is expected and has not come; whose it is they do not see.
create policy duty on packages for select to so_khoe_portal, so_khoe_worker using (true);
--> statement-breakpoint
grant select (facility_id, kind, prepared_at, received_at, first_received_at) on packages to so_khoe_portal, so_khoe_worker;
--> statement-breakpoint
-- What the sender's own form said, field by field; who people are is sealed in it.
alter table entries add column source jsonb;
--> statement-breakpoint
alter table entries drop constraint entries_withdrawn_reason;
--> statement-breakpoint
alter table entries add constraint entries_withdrawn_reason check (withdrawn_reason in ('deleted', 'moved', 'replaced'));
--> statement-breakpoint
grant create on schema public to so_khoe_guard;
--> statement-breakpoint
-- Labels at the door: the feed may close a case of its own facility, and neither see nor open one. What somebody
-- lifted stays lifted.
create function label_cases(labels jsonb) returns void
language sql security definer set search_path = pg_catalog, public as $$
  insert into case_labels (person_id, case_id, label, set_by)
  select distinct m.person, m.case_id, m.label, 'door'
  from jsonb_to_recordset(labels) as m (person uuid, case_id uuid, label text)
  where exists (
      select from entries e where e.person_id = m.person and e.case_id = m.case_id
        and e.facility_id = nullif(current_setting('app.facility', true), '')::uuid)
    and not exists (select from case_labels k where k.person_id = m.person and k.case_id = m.case_id and k.label = m.label)
$$;
--> statement-breakpoint
revoke all on function label_cases(jsonb) from public;
--> statement-breakpoint
grant execute on function label_cases(jsonb) to so_khoe_feed;
--> statement-breakpoint
alter function label_cases(jsonb) owner to so_khoe_guard;
--> statement-breakpoint
revoke create on schema public from so_khoe_guard;
