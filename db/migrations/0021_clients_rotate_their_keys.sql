-- An account signs in under the hash key in force, as its sessions do: ending it finds them.
grant update (subject_hash) on linked_accounts to so_khoe_portal;
--> statement-breakpoint
alter table machine_clients
  -- Keys come from here instead of being pasted; `jwks` then is the last good answer.
  add column jwks_uri text,
  add column jwks_fetched_at timestamptz,
  -- Asked at most once a minute, by whichever process comes first.
  add column jwks_tried_at timestamptz,
  add column jwks_failed_at timestamptz,
  add column jwks_failure text,
  add constraint machine_clients_fetching check (num_nulls(jwks_failed_at, jwks_failure) <> 1);
--> statement-breakpoint
-- Which of a client's keys was used last and when, and when it was put in and taken out. The keys are in machine_clients.
create table client_keys (
  client_id text not null,
  kid text not null,
  added_at timestamptz not null,
  last_used_at timestamptz,
  retired_at timestamptz,
  primary key (client_id, kid)
);
--> statement-breakpoint
insert into client_keys (client_id, kid, added_at)
select c.client_id, k ->> 'kid', c.created_at from machine_clients c, jsonb_array_elements(c.jwks -> 'keys') k where k ->> 'kid' is not null
on conflict do nothing;
--> statement-breakpoint
-- What was refused, counted by day and code; nothing of what was sent.
create table client_failures (
  client_id text not null,
  day date not null,
  code text not null,
  count int not null default 1,
  last_at timestamptz not null,
  primary key (client_id, day, code)
);
--> statement-breakpoint
grant select, insert (client_id, kid, added_at, last_used_at), update (last_used_at, retired_at) on client_keys to so_khoe_portal;
--> statement-breakpoint
grant select, insert, update (count, last_at) on client_failures to so_khoe_portal;
--> statement-breakpoint
grant select (day), delete on client_failures to so_khoe_worker;
