-- What people measure themselves, apart from every hospital's data. Each change is a new version and nothing is overwritten;
-- a withdrawn one is a version too. No label and no case: it comes from no visit.
create table own_measurements (
  person_id uuid not null,
  id uuid not null,
  version int not null,
  kind text not null,
  measured_at timestamptz not null,
  value numeric not null,
  second numeric,
  unit text not null,
  situation text,
  withdrawn boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  primary key (person_id, id, version),
  constraint own_measurements_version check (version between 1 and 50),
  constraint own_measurements_kind check (kind in ('blood-pressure', 'pulse', 'weight', 'height', 'glucose', 'temperature', 'oxygen')),
  constraint own_measurements_second check ((kind = 'blood-pressure') = (second is not null)),
  constraint own_measurements_unit check (unit in ('mmHg', 'lần/phút', 'kg', 'cm', 'mmol/L', 'mg/dL', '°C', '%')),
  constraint own_measurements_situation check (situation is null or (kind = 'glucose' and situation in ('fasting', 'after-meal', 'other')))
);
--> statement-breakpoint
alter table own_measurements enable row level security, force row level security;
--> statement-breakpoint
grant create on schema public to so_khoe_guard;
--> statement-breakpoint
set role so_khoe_guard;
--> statement-breakpoint
-- Who may write down a measurement: whoever the book is of, or acts for them, under an event that is there to change.
create function own_recorder() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  if event.action is distinct from 'change' or event.basis not in ('self', 'proxy') or not 'results' = any(event.sections) then
    return null;
  end if;
  return event.actor_person_id;
end $$;
--> statement-breakpoint
revoke all on function own_recorder() from public;
--> statement-breakpoint
grant execute on function own_recorder() to so_khoe_portal;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from so_khoe_guard;
--> statement-breakpoint
create policy opened on own_measurements for select to so_khoe_portal, so_khoe_portal_ro
  using (person_id = any((select opened_persons())::uuid[]) and 'results' = any((select opened_sections())::text[]));
--> statement-breakpoint
create policy recorded on own_measurements for insert to so_khoe_portal
  with check (person_id = any((select opened_persons())::uuid[]) and recorded_by = (select own_recorder()));
--> statement-breakpoint
grant select on own_measurements to so_khoe_portal, so_khoe_portal_ro;
--> statement-breakpoint
grant insert (person_id, id, version, kind, measured_at, value, second, unit, situation, withdrawn, recorded_by) on own_measurements to so_khoe_portal;
--> statement-breakpoint
-- What relatives have is told of a life and has a page now; it was kept unread before.
alter table entries no force row level security;
--> statement-breakpoint
update entries set section = 'history' where resource_type = 'FamilyMemberHistory' and section = 'other';
--> statement-breakpoint
alter table entries force row level security;
