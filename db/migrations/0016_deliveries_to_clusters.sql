-- Which deliveries came while persons were one: also those that withdrew alone, found everything as it was, or arrived
-- before the merge and were stored after it. When the persons are parted they are read again.
create table cluster_deliveries (
  person_id uuid not null,
  facility_id uuid not null,
  message_id uuid not null,
  received_at timestamptz not null,
  stored_at timestamptz default clock_timestamp() not null,
  constraint cluster_deliveries_person_id_facility_id_message_id_pk primary key (person_id, facility_id, message_id)
);
--> statement-breakpoint
alter table cluster_deliveries enable row level security, force row level security;
--> statement-breakpoint
create policy own_facility on cluster_deliveries for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy guard_lists on cluster_deliveries for select to so_khoe_guard using (true);
--> statement-breakpoint
grant select, insert, update (stored_at) on cluster_deliveries to so_khoe_feed;
--> statement-breakpoint
grant select on cluster_deliveries to so_khoe_guard;
--> statement-breakpoint
grant create on schema public to so_khoe_guard;
--> statement-breakpoint
-- Replacing a function takes its owner.
set role so_khoe_guard;
--> statement-breakpoint
-- The merge is timed by the portal's clock, what is stored by the database's: what came a little before is read again too,
-- which changes nothing. Rows of before this table stand by their receipt.
create or replace function deliveries_since(since timestamptz) returns table (facility_id uuid, message_id uuid, received_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  if event.id is null or event.basis <> 'duty' or event.actor_kind <> 'operator' then
    return;
  end if;
  return query
    select came.facility_id, came.message_id, min(came.received_at) from (
      select d.facility_id, d.message_id, d.received_at from cluster_deliveries d
      where d.person_id = any(opened_persons()) and d.stored_at >= since - interval '10 minutes'
      union all
      select e.facility_id, e.message_id, e.received_at from entries e
      where e.person_id = any(opened_persons()) and e.received_at >= since and e.withdrawn_reason is distinct from 'moved') came
    group by 1, 2 order by 3, 2;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from so_khoe_guard;
