-- Results that wait before they are shown, what clinicians of the facility that sent them say, and the event that lets them.
create table result_holds (
  person_id uuid not null,
  entry_id uuid not null,
  facility_id uuid not null,
  class text not null,
  appears_at timestamptz not null,
  released_at timestamptz,
  primary key (person_id, entry_id)
);
--> statement-breakpoint
create table result_inbox (
  facility_id uuid not null,
  entry_id uuid not null,
  person_id uuid not null,
  members uuid[] not null,
  received_at timestamptz not null,
  comments int not null default 0,
  primary key (facility_id, entry_id)
);
--> statement-breakpoint
create index result_inbox_waiting on result_inbox (facility_id, received_at desc) where comments = 0;
--> statement-breakpoint
create table result_comments (
  person_id uuid not null,
  entry_id uuid not null,
  id uuid not null,
  facility_id uuid not null,
  phrase text not null,
  weeks int,
  words bytea,
  by_person_id uuid not null,
  at timestamptz not null,
  primary key (person_id, entry_id, id),
  constraint result_comments_phrase check (phrase in ('normal', 'repeat', 'visit', 'call')),
  constraint result_comments_weeks check ((phrase = 'repeat') = (weeks is not null) and weeks between 1 and 104)
);
--> statement-breakpoint
alter table access_events add column opens_entries uuid[];
--> statement-breakpoint
grant insert (opens_entries) on access_events to so_khoe_portal, so_khoe_worker;
--> statement-breakpoint
alter table result_holds enable row level security, force row level security;
--> statement-breakpoint
alter table result_inbox enable row level security, force row level security;
--> statement-breakpoint
alter table result_comments enable row level security, force row level security;
--> statement-breakpoint
grant create on schema public to so_khoe_guard;
--> statement-breakpoint
set role so_khoe_guard;
--> statement-breakpoint
-- The entries an event opens one by one, to the staff of the facility that sent them.
create function opened_entries() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  if event.basis is distinct from 'author' then
    return null;
  end if;
  return event.opens_entries;
end $$;
--> statement-breakpoint
create function authoring_facility() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  if event.opens_entries is null or event.basis <> 'author' then
    return null;
  end if;
  return event.actor_facility_id;
end $$;
--> statement-breakpoint
-- Who may say something about them: the clinician of an event that is there to change.
create function commenting_person() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  if event.opens_entries is null or event.basis <> 'author' or event.action <> 'change' or event.actor_kind <> 'clinician' then
    return null;
  end if;
  return event.actor_person_id;
end $$;
--> statement-breakpoint
revoke all on function opened_entries(), authoring_facility(), commenting_person() from public;
--> statement-breakpoint
grant execute on function opened_entries(), authoring_facility(), commenting_person() to so_khoe_portal, so_khoe_worker, so_khoe_portal_ro;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from so_khoe_guard;
--> statement-breakpoint
create policy authored on entries for select to so_khoe_portal
  using (array_position((select opened_persons())::uuid[], person_id) is not null
     and entry_id = any((select opened_entries())::uuid[])
     and facility_id = (select authoring_facility())
     and case_id <> all((select closed_cases())::uuid[])
     and withdrawn_reason is distinct from 'moved');
--> statement-breakpoint
-- Feeds say what waits and what may be explained; of a row that is there they change nothing but where it now belongs.
create policy own_facility on result_holds for insert to so_khoe_feed
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid and released_at is null);
--> statement-breakpoint
create policy own_facility on result_inbox for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy opened on result_holds for select to so_khoe_portal, so_khoe_worker, so_khoe_portal_ro
  using (person_id = any((select opened_persons())::uuid[])
     and ('results' = any((select opened_sections())::text[]) or entry_id = any((select opened_entries())::uuid[])));
--> statement-breakpoint
create policy released on result_holds for update to so_khoe_portal
  using (person_id = any((select opened_persons())::uuid[]) and entry_id = any((select opened_entries())::uuid[])
     and facility_id = (select authoring_facility()) and (select commenting_person()) is not null)
  with check (released_at is not null);
--> statement-breakpoint
create policy addressed on result_inbox for select to so_khoe_portal
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid or facility_id = (select authoring_facility()));
--> statement-breakpoint
create policy commented on result_inbox for update to so_khoe_portal
  using (facility_id = (select authoring_facility()) and entry_id = any((select opened_entries())::uuid[])
     and (select commenting_person()) is not null)
  with check (facility_id = (select authoring_facility()));
--> statement-breakpoint
-- What was said is seen by whoever sees the result.
create policy opened on result_comments for select to so_khoe_portal, so_khoe_portal_ro
  using (person_id = any((select opened_persons())::uuid[])
     and exists (select from entries e where e.person_id = result_comments.person_id and e.entry_id = result_comments.entry_id and e.current));
--> statement-breakpoint
create policy said on result_comments for insert to so_khoe_portal
  with check (person_id = any((select opened_persons())::uuid[]) and entry_id = any((select opened_entries())::uuid[])
     and facility_id = (select authoring_facility()) and by_person_id = (select commenting_person())
     and exists (select from entries e where e.person_id = result_comments.person_id and e.entry_id = result_comments.entry_id and e.current));
--> statement-breakpoint
grant insert (person_id, entry_id, facility_id, class, appears_at) on result_holds to so_khoe_feed;
--> statement-breakpoint
grant select (facility_id, entry_id, person_id, members), insert (facility_id, entry_id, person_id, members, received_at), update (person_id, members) on result_inbox to so_khoe_feed;
--> statement-breakpoint
grant select on result_holds to so_khoe_portal, so_khoe_worker, so_khoe_portal_ro;
--> statement-breakpoint
grant update (released_at) on result_holds to so_khoe_portal;
--> statement-breakpoint
grant select, update (comments) on result_inbox to so_khoe_portal;
--> statement-breakpoint
grant select on result_comments to so_khoe_portal, so_khoe_portal_ro;
--> statement-breakpoint
grant insert on result_comments to so_khoe_portal;
