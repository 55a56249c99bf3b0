-- A condition that fits several resources names none of them (FHIR R4 http.html: 412).
alter table entry_identifiers add column ambiguous boolean not null default false;
--> statement-breakpoint
grant update (ambiguous) on entry_identifiers to so_khoe_feed;
--> statement-breakpoint
-- Facilities that offer only a FHIR server: where it is, how far it was read, how it goes. Places and times, nobody's data.
create table pulled_sources (
  facility_id uuid primary key,
  base_url text not null,
  token_url text,
  client_id text,
  key_id text,
  resource_types text[] not null,
  every_minutes integer not null,
  state text not null default 'closed',
  failures integer not null default 0,
  last_failure text,
  last_failure_at timestamptz,
  next_try_at timestamptz not null default now(),
  last_success_at timestamptz,
  lease uuid,
  lease_until timestamptz,
  added_at timestamptz not null default now(),
  suspended_at timestamptz,
  constraint pulled_sources_state check (state in ('closed', 'open', 'half_open')),
  constraint pulled_sources_rhythm check (every_minutes between 5 and 10080),
  constraint pulled_sources_types check (cardinality(resource_types) between 1 and 40)
);
--> statement-breakpoint
create table pulled_cursors (
  facility_id uuid not null,
  resource_type text not null,
  since text,
  seen text,
  next_link text,
  primary key (facility_id, resource_type)
);
--> statement-breakpoint
grant select, insert, update on pulled_sources to so_khoe_portal;
--> statement-breakpoint
grant select on pulled_cursors to so_khoe_portal;
--> statement-breakpoint
grant select, update (state, failures, last_failure, last_failure_at, next_try_at, last_success_at, lease, lease_until) on pulled_sources to so_khoe_worker;
--> statement-breakpoint
grant select, insert, update on pulled_cursors to so_khoe_worker;
