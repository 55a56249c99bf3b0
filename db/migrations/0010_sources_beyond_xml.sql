-- What hospitals know and no package carries: their reference ranges, which machines help by AI, where pictures are seen.
-- Facility-owned registers without a person and without a clinical value; each row says by what right it is here.
create table reference_range_tables (
  facility_id uuid not null,
  id uuid not null,
  valid_from date not null,
  valid_to date,
  source_document text not null,
  signed_by text not null,
  signature text,
  signing_key text,
  checksum bytea not null,
  legal_basis text not null,
  added_at timestamptz not null default now(),
  added_by uuid,
  primary key (facility_id, id),
  constraint reference_range_tables_dates check (valid_to is null or valid_to > valid_from),
  constraint reference_range_tables_signature check ((signature is null) = (signing_key is null))
);
--> statement-breakpoint
-- One table begins on a day, and one is in force until further notice.
create unique index reference_range_tables_from on reference_range_tables (facility_id, valid_from);
--> statement-breakpoint
create unique index reference_range_tables_now on reference_range_tables (facility_id) where valid_to is null;
--> statement-breakpoint
create table reference_ranges (
  facility_id uuid not null,
  table_id uuid not null,
  line integer not null,
  code text not null,
  unit text not null,
  sex text not null,
  age_from_days integer not null,
  age_to_days integer,
  low text,
  high text,
  words text,
  primary key (facility_id, table_id, line),
  constraint reference_ranges_sex check (sex in ('male', 'female', 'any')),
  constraint reference_ranges_ages check (age_from_days >= 0 and (age_to_days is null or age_to_days > age_from_days)),
  constraint reference_ranges_says check (low is not null or high is not null or words is not null),
  constraint reference_ranges_low check (low ~ '^-?[0-9]{1,20}(\.[0-9]{1,20})?$'),
  constraint reference_ranges_high check (high ~ '^-?[0-9]{1,20}(\.[0-9]{1,20})?$')
);
--> statement-breakpoint
create index reference_ranges_code on reference_ranges (facility_id, code);
--> statement-breakpoint
create table ai_machines (
  facility_id uuid not null,
  machine_code text not null,
  since date not null,
  until date,
  name text not null,
  registration text not null,
  legal_basis text not null,
  added_at timestamptz not null default now(),
  primary key (facility_id, machine_code, since),
  constraint ai_machines_dates check (until is null or until > since)
);
--> statement-breakpoint
create unique index ai_machines_now on ai_machines (facility_id, machine_code) where until is null;
--> statement-breakpoint
create table image_viewers (
  facility_id uuid not null,
  since date not null,
  until date,
  url_template text not null,
  allowed_host text not null,
  legal_basis text not null,
  added_at timestamptz not null default now(),
  primary key (facility_id, since),
  constraint image_viewers_dates check (until is null or until >= since),
  constraint image_viewers_https check (url_template like 'https://%')
);
--> statement-breakpoint
create unique index image_viewers_now on image_viewers (facility_id) where until is null;
--> statement-breakpoint
alter table reference_range_tables enable row level security, force row level security;
--> statement-breakpoint
alter table reference_ranges enable row level security, force row level security;
--> statement-breakpoint
alter table ai_machines enable row level security, force row level security;
--> statement-breakpoint
alter table image_viewers enable row level security, force row level security;
--> statement-breakpoint
-- The same for everybody who reads a book: nothing of a person is in them.
create policy known on reference_range_tables for select to so_khoe_portal, so_khoe_portal_ro using (true);
--> statement-breakpoint
create policy known on reference_ranges for select to so_khoe_portal, so_khoe_portal_ro using (true);
--> statement-breakpoint
create policy known on ai_machines for select to so_khoe_portal, so_khoe_portal_ro using (true);
--> statement-breakpoint
create policy known on image_viewers for select to so_khoe_portal, so_khoe_portal_ro using (true);
--> statement-breakpoint
create policy duty on reference_range_tables for all to so_khoe_portal using (true) with check (true);
--> statement-breakpoint
create policy duty on reference_ranges for insert to so_khoe_portal with check (true);
--> statement-breakpoint
create policy duty on ai_machines for all to so_khoe_portal using (true) with check (true);
--> statement-breakpoint
create policy duty on image_viewers for all to so_khoe_portal using (true) with check (true);
--> statement-breakpoint
-- What was in force stays as it was: only its end may be set.
grant select on reference_range_tables, reference_ranges, ai_machines, image_viewers to so_khoe_portal, so_khoe_portal_ro;
--> statement-breakpoint
grant insert, update (valid_to) on reference_range_tables to so_khoe_portal;
--> statement-breakpoint
grant insert on reference_ranges to so_khoe_portal;
--> statement-breakpoint
grant insert, update (until) on ai_machines, image_viewers to so_khoe_portal;
--> statement-breakpoint
-- What somebody tells a station of themself (Form 831) is a kind of its own; expected only where it is agreed.
create or replace view feed_expectations with (security_invoker = true) as
with today as (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day)
select f.id as facility_id, k.kind, r.facility_id is not null as own,
  coalesce(r.every_hours, greatest(d.every_hours, f.expected_every_hours)) as every_hours,
  coalesce(r.working_days, d.working_days) as working_days,
  greatest(coalesce(r.valid_from, d.valid_from), (f.created_at at time zone 'Asia/Ho_Chi_Minh')::date) as since,
  coalesce(r.source, d.source) as source
from facilities f cross join today t
cross join unnest('{visits,results,imaging,medicines,vaccinations,history,papers,bills}'::text[]) as k (kind)
left join feed_rhythms r on r.facility_id = f.id and r.kind = k.kind and r.valid_from <= t.day and (r.valid_to is null or r.valid_to > t.day)
left join feed_rhythm_defaults d on d.facility_kind = f.kind and d.kind = k.kind and d.valid_from <= t.day and (d.valid_to is null or d.valid_to > t.day)
where case when r.facility_id is not null then r.every_hours is not null else d.every_hours is not null and f.expected_every_hours is not null end;
