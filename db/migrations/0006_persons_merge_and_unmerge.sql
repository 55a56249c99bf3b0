-- Who waits for an operator, what was decided, and what is read again; persons that are one, and children of mothers.
create table quarantine_items (
  facility_id uuid not null,
  message_id uuid not null,
  reason text not null,
  identity bytea not null,
  sealed bytea not null,
  opened_at timestamptz not null default now(),
  state text not null default 'waiting',
  decision text,
  person_id uuid,
  linked boolean not null default false,
  decided_by uuid,
  decided_at timestamptz,
  note bytea,
  outcome text,
  replayed_at timestamptz,
  primary key (facility_id, message_id),
  constraint quarantine_items_state check (state in ('waiting', 'decided', 'replayed')),
  constraint quarantine_items_decision check (decision in ('attach', 'create', 'reject')),
  constraint quarantine_items_outcome check (outcome in ('accepted', 'refused')),
  constraint quarantine_items_decided check (state <> 'decided' or (decision is not null and decided_by is not null)),
  constraint quarantine_items_whose check (decision not in ('attach', 'create') or person_id is not null),
  constraint quarantine_items_replayed check ((state = 'replayed') = (outcome is not null))
);
--> statement-breakpoint
create index quarantine_items_identity on quarantine_items (identity) where state = 'waiting';
--> statement-breakpoint
create index quarantine_items_waiting on quarantine_items (opened_at) where state <> 'replayed';
--> statement-breakpoint
create table message_replays (
  facility_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  person_id uuid not null,
  asked_by uuid not null,
  received_at timestamptz not null,
  outcome text,
  done_at timestamptz,
  primary key (facility_id, id),
  constraint message_replays_outcome check (outcome in ('stayed', 'moved', 'quarantined', 'kept')),
  constraint message_replays_done check ((outcome is null) = (done_at is null))
);
--> statement-breakpoint
create index message_replays_of_person on message_replays (person_id, received_at);
--> statement-breakpoint
create table person_merges (
  person_id uuid not null,
  id uuid not null,
  into_id uuid not null,
  reason bytea not null,
  merged_by uuid not null,
  merged_at timestamptz not null,
  unmerged_by uuid,
  unmerged_at timestamptz,
  unmerged_reason bytea,
  primary key (person_id, id)
);
--> statement-breakpoint
create unique index person_merges_one on person_merges (person_id) where unmerged_at is null;
--> statement-breakpoint
create index person_merges_into on person_merges (into_id);
--> statement-breakpoint
create table person_links (
  person_id uuid not null,
  id uuid not null,
  kind text not null,
  other_person_id uuid not null,
  birth_order smallint,
  source text not null,
  since timestamptz not null default now(),
  until timestamptz,
  primary key (person_id, id),
  constraint person_links_kind check (kind in ('mother'))
);
--> statement-breakpoint
create unique index person_links_once on person_links (person_id, kind, other_person_id) where until is null;
--> statement-breakpoint
create index person_links_other on person_links (other_person_id, kind);
--> statement-breakpoint
-- A mother's births, by day: the row two deliveries of the same birth wait for each other at.
create table births (
  person_id uuid not null,
  birth_day date not null,
  primary key (person_id, birth_day)
);
--> statement-breakpoint
-- A temporary card may be given out twice; then it tells nobody.
create index identifiers_temporary on identifiers (hash) where kind = 'temporary_card';
--> statement-breakpoint
-- A cluster is one root and what was merged into it: no chains, no circles, whoever writes at the same time.
create function keep_clusters_flat() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.merged_into is null then
    return new;
  end if;
  perform from persons where id = new.merged_into and merged_into is null and id <> new.id for update;
  if not found then
    raise exception 'persons are merged into a root' using errcode = 'integrity_constraint_violation';
  end if;
  if exists (select from persons where merged_into = new.id) then
    raise exception 'others are merged into this person' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger persons_flat before insert or update of merged_into on persons for each row execute function keep_clusters_flat();
--> statement-breakpoint
alter table quarantine_items enable row level security, force row level security;
--> statement-breakpoint
alter table message_replays enable row level security, force row level security;
--> statement-breakpoint
create policy own_facility on quarantine_items for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy own_facility on message_replays for all to so_khoe_feed
  using (facility_id = nullif(current_setting('app.facility', true), '')::uuid)
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
-- Operators sort what waits: who a delivery says it is about, never what it says of their health.
create policy duty on quarantine_items for select to so_khoe_portal using (true);
--> statement-breakpoint
create policy decided on quarantine_items for update to so_khoe_portal using (state = 'waiting') with check (state = 'decided');
--> statement-breakpoint
create policy duty on message_replays for select to so_khoe_portal using (true);
--> statement-breakpoint
create policy asked on message_replays for insert to so_khoe_portal with check (outcome is null);
--> statement-breakpoint
grant select, insert, update (reason, identity, sealed, opened_at, state, outcome, replayed_at) on quarantine_items to so_khoe_feed;
--> statement-breakpoint
grant select, update (state, decision, person_id, linked, decided_by, decided_at, note) on quarantine_items to so_khoe_portal;
--> statement-breakpoint
grant select, update (outcome, done_at) on message_replays to so_khoe_feed;
--> statement-breakpoint
grant select, insert (facility_id, id, message_id, person_id, asked_by, received_at) on message_replays to so_khoe_portal;
--> statement-breakpoint
grant select, insert, update (unmerged_by, unmerged_at, unmerged_reason) on person_merges to so_khoe_portal;
--> statement-breakpoint
grant select, insert, update (until, birth_order) on person_links to so_khoe_portal, so_khoe_feed;
--> statement-breakpoint
grant select, insert, update (birth_day) on births to so_khoe_portal, so_khoe_feed;
--> statement-breakpoint
grant select (message_id, received_at) on entries to so_khoe_guard;
--> statement-breakpoint
grant create on schema public to so_khoe_guard;
--> statement-breakpoint
-- For operators who merge: how much there is of one person, by facility and section, and nothing of what it says.
create function cluster_counts() returns table (facility_id uuid, section text, entries int)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  if event.id is null or event.basis <> 'duty' or event.actor_kind <> 'operator' then
    return;
  end if;
  return query
    select e.facility_id, e.section, count(*)::int from entries e
    where e.person_id = event.person_id and e.current and e.withdrawn_reason is distinct from 'moved'
    group by 1, 2 order by 1, 2;
end $$;
--> statement-breakpoint
-- The deliveries that something of the event's persons came with since then, to be read again.
create function deliveries_since(since timestamptz) returns table (facility_id uuid, message_id uuid, received_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  if event.id is null or event.basis <> 'duty' or event.actor_kind <> 'operator' then
    return;
  end if;
  return query
    select e.facility_id, e.message_id, min(e.received_at) from entries e
    where e.person_id = any(opened_persons()) and e.received_at >= since and e.withdrawn_reason is distinct from 'moved'
    group by 1, 2 order by 3, 2;
end $$;
--> statement-breakpoint
revoke all on function cluster_counts(), deliveries_since(timestamptz) from public;
--> statement-breakpoint
grant execute on function cluster_counts(), deliveries_since(timestamptz) to so_khoe_portal;
--> statement-breakpoint
alter function cluster_counts() owner to so_khoe_guard;
--> statement-breakpoint
alter function deliveries_since(timestamptz) owner to so_khoe_guard;
--> statement-breakpoint
revoke create on schema public from so_khoe_guard;
