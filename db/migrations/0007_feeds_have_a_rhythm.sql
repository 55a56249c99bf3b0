-- What each facility has sent, by kind and day, when it is expected to, and what is known to be out: places, times and
-- counts, never a person and never a clinical value.
create table feed_rhythm_defaults (
  facility_kind text not null,
  kind text not null,
  valid_from date not null,
  valid_to date,
  every_hours integer not null,
  working_days boolean not null,
  source text not null,
  primary key (facility_kind, kind, valid_from)
);
--> statement-breakpoint
create table feed_rhythms (
  facility_id uuid not null,
  kind text not null,
  valid_from date not null,
  valid_to date,
  every_hours integer,
  working_days boolean not null default false,
  source text not null,
  set_at timestamptz not null default now(),
  primary key (facility_id, kind, valid_from),
  constraint feed_rhythms_hours check (every_hours between 1 and 8760),
  constraint feed_rhythms_dates check (valid_to is null or valid_to >= valid_from)
);
--> statement-breakpoint
create table feed_states (
  facility_id uuid not null,
  kind text not null,
  first_received_at timestamptz not null,
  last_received_at timestamptz not null,
  last_event_at timestamptz,
  primary key (facility_id, kind)
);
--> statement-breakpoint
create table feed_arrivals (
  facility_id uuid not null,
  kind text not null,
  day date not null,
  last_received_at timestamptz not null,
  last_event_at timestamptz,
  accepted integer not null default 0,
  rejected integer not null default 0,
  quarantined integer not null default 0,
  withdrawn integer not null default 0,
  delays integer[] not null default '{0,0,0,0,0,0,0,0}',
  worst_delay_seconds integer,
  primary key (facility_id, kind, day)
);
--> statement-breakpoint
create table feed_rejects (
  facility_id uuid not null,
  day date not null,
  code text not null,
  count integer not null,
  last_message_id uuid not null,
  last_at timestamptz not null,
  primary key (facility_id, day, code)
);
--> statement-breakpoint
create table feed_sequences (
  facility_id uuid not null,
  stream text not null,
  received int8multirange not null,
  last_at timestamptz not null,
  primary key (facility_id, stream)
);
--> statement-breakpoint
create table feed_outages (
  facility_id uuid not null,
  id uuid not null,
  kinds text[] not null default '{}',
  starts_at timestamptz not null,
  ends_at timestamptz,
  text_vi text not null,
  text_en text not null,
  written_by uuid,
  created_at timestamptz not null default now(),
  primary key (facility_id, id),
  constraint feed_outages_times check (ends_at is null or ends_at >= starts_at)
);
--> statement-breakpoint
-- Numbers may come late and in any order, so what is kept is the set of them. Its oldest gaps are taken for closed once
-- there are very many, so that a sender who skips for ever costs a page and no more.
create function keep_newest_gaps(numbers int8multirange, most int) returns int8multirange
language sql immutable set search_path = pg_catalog as $$
  select coalesce((
    select numbers + int8multirange(int8range(lower(numbers), lower(r.part)))
    from unnest(numbers) with ordinality as r (part, place)
    where r.place = greatest((select count(*) from unnest(numbers)) - most, 0) + 1 and r.place > 1
  ), numbers)
$$;
--> statement-breakpoint
-- What is expected of each facility today: its own rhythm, else that of its kind, never oftener than it sends at all.
create view feed_expectations with (security_invoker = true) as
with today as (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day)
select f.id as facility_id, k.kind, r.facility_id is not null as own,
  coalesce(r.every_hours, greatest(d.every_hours, f.expected_every_hours)) as every_hours,
  coalesce(r.working_days, d.working_days) as working_days,
  greatest(coalesce(r.valid_from, d.valid_from), (f.created_at at time zone 'Asia/Ho_Chi_Minh')::date) as since,
  coalesce(r.source, d.source) as source
from facilities f cross join today t
cross join unnest('{visits,results,imaging,medicines,vaccinations,papers,bills}'::text[]) as k (kind)
left join feed_rhythms r on r.facility_id = f.id and r.kind = k.kind and r.valid_from <= t.day and (r.valid_to is null or r.valid_to > t.day)
left join feed_rhythm_defaults d on d.facility_kind = f.kind and d.kind = k.kind and d.valid_from <= t.day and (d.valid_to is null or d.valid_to > t.day)
where case when r.facility_id is not null then r.every_hours is not null else d.every_hours is not null and f.expected_every_hours is not null end;
--> statement-breakpoint
insert into feed_rhythm_defaults (facility_kind, kind, valid_from, every_hours, working_days, source)
select k.facility_kind, k.kind, '2025-01-01', k.hours, k.working_days, 'Mặc định của cổng khi chưa có thỏa thuận riêng với cơ sở'
from (values
  ('hospital', 'visits', 24, false), ('hospital', 'results', 24, false), ('hospital', 'imaging', 48, false), ('hospital', 'medicines', 24, false),
  ('hospital', 'papers', 72, true), ('hospital', 'bills', 168, false),
  ('clinic', 'visits', 24, true), ('clinic', 'results', 24, true), ('clinic', 'medicines', 24, true), ('clinic', 'bills', 168, false),
  ('station', 'visits', 72, true), ('station', 'medicines', 72, true), ('station', 'vaccinations', 168, false)
) as k (facility_kind, kind, hours, working_days);
--> statement-breakpoint
alter table feed_rhythm_defaults enable row level security, force row level security;
--> statement-breakpoint
alter table feed_rhythms enable row level security, force row level security;
--> statement-breakpoint
alter table feed_states enable row level security, force row level security;
--> statement-breakpoint
alter table feed_arrivals enable row level security, force row level security;
--> statement-breakpoint
alter table feed_rejects enable row level security, force row level security;
--> statement-breakpoint
alter table feed_sequences enable row level security, force row level security;
--> statement-breakpoint
alter table feed_outages enable row level security, force row level security;
--> statement-breakpoint
-- The same for everybody, so everybody may know it.
create policy known on feed_rhythm_defaults for select to so_khoe_portal, so_khoe_portal_ro using (true);
--> statement-breakpoint
create policy known on feed_rhythms for select to so_khoe_portal, so_khoe_portal_ro using (true);
--> statement-breakpoint
create policy known on feed_states for select to so_khoe_portal, so_khoe_portal_ro using (true);
--> statement-breakpoint
create policy known on feed_arrivals for select to so_khoe_portal, so_khoe_portal_ro using (true);
--> statement-breakpoint
create policy known on feed_outages for select to so_khoe_portal, so_khoe_portal_ro using (true);
--> statement-breakpoint
create policy known on feed_sequences for select to so_khoe_portal, so_khoe_portal_ro using (true);
--> statement-breakpoint
create policy duty on feed_rejects for select to so_khoe_portal using (true);
--> statement-breakpoint
create policy duty on feed_rhythms for all to so_khoe_portal using (true) with check (true);
--> statement-breakpoint
create policy duty on feed_outages for all to so_khoe_portal using (true) with check (true);
--> statement-breakpoint
create policy duty on feed_sequences for update to so_khoe_portal using (true) with check (true);
--> statement-breakpoint
create policy own_facility on feed_states for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy own_facility on feed_arrivals for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy own_facility on feed_rejects for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy own_facility on feed_sequences for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
grant select on feed_rhythm_defaults, feed_rhythms, feed_states, feed_arrivals, feed_outages, feed_sequences, feed_expectations to so_khoe_portal, so_khoe_portal_ro;
--> statement-breakpoint
grant select on feed_rejects to so_khoe_portal;
--> statement-breakpoint
grant insert, update (valid_to, every_hours, working_days, source, set_at) on feed_rhythms to so_khoe_portal;
--> statement-breakpoint
grant insert, update (ends_at) on feed_outages to so_khoe_portal;
--> statement-breakpoint
grant update (received) on feed_sequences to so_khoe_portal;
--> statement-breakpoint
grant select, insert, update on feed_states, feed_arrivals, feed_rejects, feed_sequences to so_khoe_feed;
--> statement-breakpoint
-- Bytes of what was refused are kept for a while, to be tried again after a mend; then they go.
create function sweep_refused_bodies(before timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  swept int;
begin
  delete from message_bodies b using messages m
  where m.facility_id = b.facility_id and m.id = b.message_id and m.state = 'rejected' and m.received_at < before and before < now() - interval '7 days';
  get diagnostics swept = row_count;
  return swept;
end $$;
--> statement-breakpoint
revoke all on function sweep_refused_bodies(timestamptz), keep_newest_gaps(int8multirange, int) from public;
--> statement-breakpoint
grant execute on function keep_newest_gaps(int8multirange, int) to so_khoe_feed, so_khoe_portal;
--> statement-breakpoint
grant execute on function sweep_refused_bodies(timestamptz) to so_khoe_worker;
--> statement-breakpoint
grant create on schema public to so_khoe_guard;
--> statement-breakpoint
alter function sweep_refused_bodies(timestamptz) owner to so_khoe_guard;
--> statement-breakpoint
revoke create on schema public from so_khoe_guard;
--> statement-breakpoint
grant select (facility_id, id, state, received_at) on messages to so_khoe_guard;
--> statement-breakpoint
grant select (facility_id, message_id), delete on message_bodies to so_khoe_guard;
--> statement-breakpoint
create policy guard_sweeps on messages for select to so_khoe_guard using (state = 'rejected');
--> statement-breakpoint
create policy guard_sweeps on message_bodies for all to so_khoe_guard using (true) with check (false);
