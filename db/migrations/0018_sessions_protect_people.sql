-- Sessions and sign-ins are of one sandbox generation: none outlives this change.
delete from sessions;
--> statement-breakpoint
delete from sign_in_attempts;
--> statement-breakpoint
alter table sessions
  -- What lists and the log call it; the cookie changes with every step-up, this does not.
  add column id uuid not null unique,
  add column provider text not null,
  -- Keyed hashes of the provider's `sub` and `sid`, by which a back-channel logout finds it.
  add column subject_hash bytea not null,
  add column provider_session_hash bytea,
  -- Where the provider wants the browser at sign-out, if it says so in a claim; sealed.
  add column logout_url bytea,
  add column ended_why text,
  -- Words for people: kind of browser and device, and the network's holder; never an address.
  add column device text not null,
  add column network text not null,
  -- The duty in force; without one it is the person themself.
  add column role text,
  add column facility_id uuid,
  -- The shared counter it stands at, and when it was last locked there.
  add column counter_id uuid,
  add column locked_at timestamptz,
  add constraint sessions_duty check (role is not null or facility_id is null),
  add constraint sessions_ended check ((ended_at is null) = (ended_why is null));
--> statement-breakpoint
create index sessions_subject on sessions (subject_hash) where ended_at is null;
--> statement-breakpoint
create index sessions_provider_session on sessions (provider_session_hash) where ended_at is null and provider_session_hash is not null;
--> statement-breakpoint
create index sessions_counter on sessions (counter_id) where ended_at is null and counter_id is not null;
--> statement-breakpoint
alter table sign_in_attempts
  add column provider text not null,
  -- Of a step-up: the session that is to become stronger, and what for.
  add column step_up_session uuid,
  add column step_up_for text,
  add column required_level smallint,
  add column max_age_seconds int,
  -- Sealed private DPoP key that the answer must be fetched with.
  add column proof_key bytea;
--> statement-breakpoint
-- Signing in, stepping up, refusals: what a person reads to see whether it was them.
create table sign_in_history (
  person_id uuid not null,
  id uuid not null,
  occurred_at timestamptz not null default clock_timestamp(),
  -- opened, step-up, refused, switched, signed-out, ended …
  kind text not null,
  -- Why refused or ended, as a code.
  code text,
  provider text not null,
  assurance_level smallint not null,
  device text not null,
  network text not null,
  session_id uuid,
  primary key (person_id, id)
);
--> statement-breakpoint
create trigger sign_in_history_fixed before update or delete on sign_in_history for each row execute function refuse_change();
--> statement-breakpoint
create trigger sign_in_history_kept before truncate on sign_in_history for each statement execute function refuse_change();
--> statement-breakpoint
-- A person's own access, closed by themself or by the help desk: whatever they open, as themself or for another, stays shut.
create table access_locks (
  person_id uuid not null,
  id uuid not null,
  locked_at timestamptz not null default clock_timestamp(),
  locked_by text not null,
  lifted_at timestamptz,
  lifted_by text,
  primary key (person_id, id),
  constraint access_locks_by check (locked_by in ('self', 'operator') and lifted_by in ('self', 'operator')),
  constraint access_locks_lifted check ((lifted_at is null) = (lifted_by is null))
);
--> statement-breakpoint
create unique index access_locks_one on access_locks (person_id) where lifted_at is null;
--> statement-breakpoint
grant select, insert (person_id, id, kind, code, provider, assurance_level, device, network, session_id) on sign_in_history to so_khoe_portal;
--> statement-breakpoint
grant select, insert (person_id, id, locked_by), update (lifted_at, lifted_by) on access_locks to so_khoe_portal;
--> statement-breakpoint
grant select on sign_in_history, access_locks to so_khoe_portal_ro;
--> statement-breakpoint
grant select on access_locks to so_khoe_guard;
--> statement-breakpoint
-- Replacing a function takes its owner.
grant create on schema public to so_khoe_guard;
--> statement-breakpoint
set role so_khoe_guard;
--> statement-breakpoint
-- As before, and not for an actor whose access is locked: the guard reads the lock, so no forgotten check passes it.
create or replace function current_access_event() returns access_events
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
    and e.xact is distinct from pg_current_xact_id_if_assigned()
    and not exists (
      with root as (select coalesce(a.merged_into, a.id) as id from persons a where a.id = e.actor_person_id)
      select from (select r.id from root r union all select p.id from root r join persons p on p.merged_into = r.id) c
        join access_locks l on l.person_id = c.id and l.lifted_at is null);
  return event;
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from so_khoe_guard;
