-- The roster says by what right somebody has a role: degree, licence, and the name their employer knows them by.
alter table staff_roles
  add column name bytea,
  add column degree text,
  add column licence_number text,
  -- Ended by an operator; what is merely over by its date may be prolonged.
  add column ended_at timestamptz,
  add constraint staff_roles_ended check (ended_at is null or valid_to is not null);
--> statement-breakpoint
create index staff_roles_id on staff_roles (id);
--> statement-breakpoint
create index staff_roles_facility on staff_roles (facility_id, valid_to);
--> statement-breakpoint
-- One line for a person in a role at a place; two imports at once make one.
create unique index staff_roles_one on staff_roles (person_id, role, facility_id, issuer) nulls not distinct where ended_at is null;
--> statement-breakpoint
-- A browser that several people of a facility share in turn, known by its own cookie.
create table counters (
  facility_id uuid not null,
  id uuid not null,
  name text not null,
  token_hash bytea not null,
  registered_at timestamptz not null default clock_timestamp(),
  registered_by uuid not null,
  revoked_at timestamptz,
  primary key (facility_id, id)
);
--> statement-breakpoint
create unique index counters_token on counters (token_hash);
--> statement-breakpoint
create index counters_id on counters (id);
--> statement-breakpoint
-- With which somebody takes back their own shift at a counter; never a way in by itself. Public keys only.
create table passkeys (
  person_id uuid not null,
  id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  -- Kind of browser and device it was made on, in words.
  device text not null,
  created_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz,
  removed_at timestamptz,
  -- self, operator, or cloned: its counter went backwards.
  removed_why text,
  primary key (person_id, id),
  constraint passkeys_removed check ((removed_at is null) = (removed_why is null))
);
--> statement-breakpoint
create unique index passkeys_credential on passkeys (person_id, credential_id);
--> statement-breakpoint
-- What a passkey is to sign: once, in this browser, for this session.
create table passkey_challenges (
  challenge text primary key,
  session_id uuid not null,
  counter_id uuid,
  expires_at timestamptz not null
);
--> statement-breakpoint
create index passkey_challenges_expiry on passkey_challenges (expires_at);
--> statement-breakpoint
-- A form that was half written when its counter locked; sealed, and given back to the same person alone.
alter table sessions add column kept_form bytea;
--> statement-breakpoint
grant select, insert, update (revoked_at) on counters to so_khoe_portal;
--> statement-breakpoint
grant select, insert, update (sign_count, last_used_at, removed_at, removed_why) on passkeys to so_khoe_portal;
--> statement-breakpoint
grant select, insert, delete on passkey_challenges to so_khoe_portal;
--> statement-breakpoint
grant select, delete on passkey_challenges to so_khoe_worker;
--> statement-breakpoint
grant select on counters, passkeys to so_khoe_portal_ro;
