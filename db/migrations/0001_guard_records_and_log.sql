-- Who may touch what (design §5.3), and the guard that lets a record open only under a committed event.
revoke all on schema public from public;
--> statement-breakpoint
grant usage on schema public to so_khoe_guard, so_khoe_portal, so_khoe_feed, so_khoe_worker, so_khoe_seal, so_khoe_portal_ro;
--> statement-breakpoint
-- Partitions: entries by person (made once, never split), logs by month (made ahead by a job).
do $$ begin
  for i in 0..15 loop
    execute format('create table entries_p%s partition of entries for values with (modulus 16, remainder %s)', to_char(i, 'FM00'), i);
  end loop;
end $$;
--> statement-breakpoint
create table access_events_rest partition of access_events default;
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger access_events_fixed before update or delete on access_events for each row execute function refuse_change();
--> statement-breakpoint
create trigger acts_fixed before update or delete on acts for each row execute function refuse_change();
--> statement-breakpoint
create trigger acts_kept before truncate on acts for each statement execute function refuse_change();
--> statement-breakpoint
create trigger access_events_kept before truncate on access_events for each statement execute function refuse_change();
--> statement-breakpoint
create trigger access_events_rest_kept before truncate on access_events_rest for each statement execute function refuse_change();
--> statement-breakpoint
create function ensure_log_partitions(months_ahead int) returns int
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  month date;
  name text;
  made int := 0;
begin
  perform pg_advisory_xact_lock(7301956);
  for i in 0..greatest(months_ahead, 0) loop
    month := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => i))::date;
    name := 'access_events_' || to_char(month, 'YYYY_MM');
    if to_regclass('public.' || name) is null then
      execute format('create table public.%I partition of public.access_events for values from (%L) to (%L)',
        name, to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
      execute format('create trigger %I before truncate on public.%I for each statement execute function public.refuse_change()', name || '_kept', name);
      made := made + 1;
    end if;
  end loop;
  return made;
end $$;
--> statement-breakpoint
revoke all on function ensure_log_partitions(int) from public;
--> statement-breakpoint
grant execute on function ensure_log_partitions(int) to so_khoe_worker;
--> statement-breakpoint
alter table access_events add constraint access_events_outcome check (outcome in ('permit', 'deny'));
--> statement-breakpoint
alter table messages add constraint messages_state check (state in ('accepted', 'partly_accepted', 'rejected', 'quarantined'));
--> statement-breakpoint
alter table proxies add constraint proxies_state check (state in ('invited', 'accepted', 'active', 'ended'));
--> statement-breakpoint
alter table persons add constraint persons_birth check (birth_low is null or birth_low <= birth_high);
--> statement-breakpoint
alter table entries add constraint entries_time check (time_low is null or time_low <= time_high);
--> statement-breakpoint
-- The event a transaction names, if it is a permit, committed by another transaction, and under a minute old.
-- plpgsql, here and below, because its plans are kept for the session: the policies ask on every statement.
create function current_access_event() returns access_events
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  said text := current_setting('app.access_event', true);
  event access_events;
begin
  if said is null or said !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    return null;
  end if;
  select e.* into event from access_events e
  where e.id = said::uuid and e.outcome = 'permit'
    and e.occurred_at > statement_timestamp() - interval '60 seconds'
    and e.xact is distinct from pg_current_xact_id_if_assigned();
  return event;
end $$;
--> statement-breakpoint
-- Everyone in the cluster of the event's person: merged persons are read together.
create function opened_persons() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  if event.id is null then
    return null;
  end if;
  return array(select p.id from persons p where p.id = event.person_id union all select p.id from persons p where p.merged_into = event.person_id);
end $$;
--> statement-breakpoint
create function opened_sections() returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  return event.sections;
end $$;
--> statement-breakpoint
-- Cases of these persons that the event does not open: labelled otherwise, or hidden by the person.
create function closed_cases() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
  opened uuid[];
begin
  if event.id is null then
    return null;
  end if;
  opened := array(select p.id from persons p where p.id = event.person_id union all select p.id from persons p where p.merged_into = event.person_id);
  return array(
    select l.case_id from case_labels l where l.person_id = any(opened) and l.lifted_at is null and not l.label = any(event.labels)
    union
    select h.case_id from hidden_cases h where h.person_id = any(opened) and h.shown_again_at is null and not event.opens_hidden);
end $$;
--> statement-breakpoint
-- To the person alone: how many entries of each section stay closed, and whether by their own choice or by rule.
create function closed_counts() returns table (section text, reason text, entries int)
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
    where n.person_id = any(opened) and n.current and n.section = any(event.sections)
    group by 1, 2;
end $$;
--> statement-breakpoint
-- Hiding and showing again is for the person alone, whoever else may look.
create function opened_by_self() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  return event.basis is not distinct from 'self';
end $$;
--> statement-breakpoint
revoke all on function current_access_event(), opened_persons(), opened_sections(), closed_cases(), closed_counts(), opened_by_self() from public;
--> statement-breakpoint
grant execute on function current_access_event(), opened_persons(), opened_sections(), closed_cases(), closed_counts(), opened_by_self()
  to so_khoe_guard, so_khoe_portal, so_khoe_worker, so_khoe_portal_ro;
--> statement-breakpoint
grant create on schema public to so_khoe_guard;
--> statement-breakpoint
alter function current_access_event() owner to so_khoe_guard;
--> statement-breakpoint
alter function opened_persons() owner to so_khoe_guard;
--> statement-breakpoint
alter function opened_sections() owner to so_khoe_guard;
--> statement-breakpoint
alter function closed_cases() owner to so_khoe_guard;
--> statement-breakpoint
alter function closed_counts() owner to so_khoe_guard;
--> statement-breakpoint
alter function opened_by_self() owner to so_khoe_guard;
--> statement-breakpoint
revoke create on schema public from so_khoe_guard;
--> statement-breakpoint
grant select on access_events, case_labels, hidden_cases, persons to so_khoe_guard;
--> statement-breakpoint
grant select (person_id, case_id, section, current) on entries to so_khoe_guard;
--> statement-breakpoint
alter table access_events enable row level security, force row level security;
--> statement-breakpoint
alter table case_labels enable row level security, force row level security;
--> statement-breakpoint
alter table hidden_cases enable row level security, force row level security;
--> statement-breakpoint
alter table entries enable row level security, force row level security;
--> statement-breakpoint
alter table sealed_values enable row level security, force row level security;
--> statement-breakpoint
alter table messages enable row level security, force row level security;
--> statement-breakpoint
alter table message_bodies enable row level security, force row level security;
--> statement-breakpoint
alter table entry_lookup enable row level security, force row level security;
--> statement-breakpoint
alter table directory_entries enable row level security, force row level security;
--> statement-breakpoint
alter table entry_identifiers enable row level security, force row level security;
--> statement-breakpoint
-- The guard's own eyes.
create policy guard_events on access_events for select to so_khoe_guard using (true);
--> statement-breakpoint
create policy guard_labels on case_labels for select to so_khoe_guard using (true);
--> statement-breakpoint
create policy guard_hidden on hidden_cases for select to so_khoe_guard using (true);
--> statement-breakpoint
create policy guard_entries on entries for select to so_khoe_guard using (true);
--> statement-breakpoint
-- Readers: a person's rows under a committed event, section by section, without closed cases.
create policy opened on entries for select to so_khoe_portal, so_khoe_worker, so_khoe_portal_ro
  using (person_id = any((select opened_persons())::uuid[])
     and section = any((select opened_sections())::text[])
     and case_id <> all((select closed_cases())::uuid[]));
--> statement-breakpoint
create policy opened on sealed_values for select to so_khoe_portal, so_khoe_worker, so_khoe_portal_ro
  using (person_id = any((select opened_persons())::uuid[]) and 'identity' = any((select opened_sections())::text[]));
--> statement-breakpoint
create policy opened on access_events for select to so_khoe_portal, so_khoe_worker, so_khoe_portal_ro
  using (person_id = any((select opened_persons())::uuid[]) and 'log' = any((select opened_sections())::text[]));
--> statement-breakpoint
create policy append on access_events for insert to so_khoe_portal, so_khoe_worker with check (true);
--> statement-breakpoint
create policy sealing on access_events for select to so_khoe_seal using (true);
--> statement-breakpoint
create policy own_choice on hidden_cases for all to so_khoe_portal
  using (person_id = any((select opened_persons())::uuid[]) and (select opened_by_self()))
  with check (person_id = any((select opened_persons())::uuid[]) and (select opened_by_self()));
--> statement-breakpoint
-- Feeds: rows of the facility the transaction names, nothing else.
create policy own_facility on entries for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy own_facility on sealed_values for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy own_facility on entry_lookup for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy own_facility on directory_entries for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy own_facility on entry_identifiers for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy named on directory_entries for select to so_khoe_portal, so_khoe_worker, so_khoe_portal_ro using (true);
--> statement-breakpoint
create policy own_facility on messages for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy own_facility on message_bodies for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy label_at_the_door on case_labels for insert to so_khoe_feed with check (true);
--> statement-breakpoint
-- Operators see what was received (no clinical value in it); the bytes stay with the feed role.
create policy duty on messages for select to so_khoe_portal using (true);
--> statement-breakpoint
grant select on entries, sealed_values, access_events to so_khoe_portal, so_khoe_worker, so_khoe_portal_ro;
--> statement-breakpoint
grant insert (person_id, id, outcome, basis, purpose, action, sections, labels, opens_hidden, actor_kind,
  actor_person_id, actor_client_id, actor_facility_id, subject, reason, request_id) on access_events to so_khoe_portal, so_khoe_worker;
--> statement-breakpoint
grant insert (id, act, actor_kind, actor_person_id, actor_facility_id, about_kind, about_id, detail, request_id)
  on acts to so_khoe_portal, so_khoe_worker, so_khoe_feed;
--> statement-breakpoint
grant select on acts to so_khoe_portal, so_khoe_seal;
--> statement-breakpoint
grant select on access_events to so_khoe_seal;
--> statement-breakpoint
grant select, insert, update on persons to so_khoe_portal;
--> statement-breakpoint
grant select, insert, update (valid_to, superseded_by) on identifiers to so_khoe_portal;
--> statement-breakpoint
grant select, insert on identifier_lookup to so_khoe_portal;
--> statement-breakpoint
grant select, insert, update on facilities, facility_names, machine_clients to so_khoe_portal;
--> statement-breakpoint
grant select, insert, update, delete on oauth_artifacts to so_khoe_portal;
--> statement-breakpoint
grant select on messages to so_khoe_portal;
--> statement-breakpoint
grant select, insert, update on sessions, staff_roles to so_khoe_portal;
--> statement-breakpoint
grant select, insert, delete on sign_in_attempts to so_khoe_portal;
--> statement-breakpoint
grant select, insert on notice_acknowledgements to so_khoe_portal;
--> statement-breakpoint
grant select on proxies to so_khoe_portal, so_khoe_worker, so_khoe_portal_ro;
--> statement-breakpoint
grant select, insert (person_id, case_id), update (shown_again_at) on hidden_cases to so_khoe_portal;
--> statement-breakpoint
grant select on persons, identifier_lookup, facilities, facility_names, sessions, staff_roles, notice_acknowledgements to so_khoe_portal_ro;
--> statement-breakpoint
grant select on persons, facilities, facility_names to so_khoe_feed, so_khoe_worker;
--> statement-breakpoint
grant insert on persons to so_khoe_feed;
--> statement-breakpoint
grant select, insert on identifiers, identifier_lookup, sealed_values, messages, message_bodies to so_khoe_feed;
--> statement-breakpoint
grant select, insert, update (current, withdrawn_at, version_at) on entries to so_khoe_feed;
--> statement-breakpoint
grant select, insert, update (person_id, entry_id) on entry_lookup to so_khoe_feed;
--> statement-breakpoint
grant insert on case_labels to so_khoe_feed;
--> statement-breakpoint
grant update (state, reason, entries_accepted, entries_unchanged, entries_rejected, warnings, outcome, received_at) on messages to so_khoe_feed;
--> statement-breakpoint
grant select, insert, update (current) on directory_entries to so_khoe_feed;
--> statement-breakpoint
grant select, insert on entry_identifiers to so_khoe_feed;
--> statement-breakpoint
grant select on directory_entries to so_khoe_portal, so_khoe_worker, so_khoe_portal_ro;
--> statement-breakpoint
-- The only way a job comes into being: known form of name, and a payload of ids, small numbers and dates.
create function enqueue(task text, payload jsonb default '{}', job_key text default null, run_at timestamptz default null) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  item record;
begin
  if task !~ '^[a-z]+(-[a-z]+)*$' then
    raise exception 'unknown form of task name' using errcode = 'invalid_parameter_value';
  end if;
  for item in select key, value from jsonb_each_text(payload) loop
    if item.value !~ '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,9}|\d{4}-\d{2}-\d{2}|[a-z-]{1,40})$' then
      raise exception 'a job payload holds ids only (key %)', item.key using errcode = 'invalid_parameter_value';
    end if;
  end loop;
  perform graphile_worker.add_job(identifier => task, payload => payload::json, job_key => enqueue.job_key, run_at => enqueue.run_at, max_attempts => 8);
end $$;
--> statement-breakpoint
revoke all on function enqueue(text, jsonb, text, timestamptz) from public;
--> statement-breakpoint
grant execute on function enqueue(text, jsonb, text, timestamptz) to so_khoe_portal, so_khoe_feed, so_khoe_worker;
--> statement-breakpoint
grant select, delete on sessions, sign_in_attempts, oauth_artifacts to so_khoe_worker;
