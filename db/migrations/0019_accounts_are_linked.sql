-- Which account of which digital ID is whose. (issuer, sub) is found by its keyed hash; the number it was linked by is
-- never its key (OpenID Connect Core §5.7). A link that ended stays, so that nobody links it again by themself.
create table linked_accounts (
  id uuid primary key,
  person_id uuid not null,
  issuer text not null,
  subject_hash bytea not null,
  linked_at timestamptz not null default clock_timestamp(),
  linked_by text not null,
  last_used_at timestamptz,
  -- Keyed hash of the numbers an operator has decided not to count for this account, because its holder is known otherwise.
  settled bytea,
  ended_at timestamptz,
  ended_by text,
  -- unlinked: not theirs, or no longer wanted; replaced: by another account of the same issuer; moved: to another person.
  ended_why text,
  constraint linked_accounts_by check (linked_by in ('sign-in', 'operator', 'earlier') and ended_by in ('self', 'operator')),
  constraint linked_accounts_why check (ended_why in ('unlinked', 'replaced', 'moved')),
  constraint linked_accounts_ended check (num_nulls(ended_at, ended_by, ended_why) in (0, 3))
);
--> statement-breakpoint
create unique index linked_accounts_account on linked_accounts (subject_hash) where ended_at is null;
--> statement-breakpoint
-- Two accounts of one issuer never lead to one person: that is somebody to be asked, not to be guessed.
create unique index linked_accounts_one on linked_accounts (person_id, issuer) where ended_at is null;
--> statement-breakpoint
create index linked_accounts_before on linked_accounts (subject_hash) where ended_at is not null;
--> statement-breakpoint
-- Until now an account was one of a person's identifiers. Of several of one issuer the newest goes on leading to them.
insert into linked_accounts (id, person_id, issuer, subject_hash, linked_at, linked_by)
select i.id, l.person_id, i.system, i.hash, i.valid_from, 'earlier'
from identifiers i join identifier_lookup l on l.kind = i.kind and l.hash = i.hash and l.person_id = i.person_id
where i.kind = 'oidc_subject' and i.valid_to is null and i.system is not null
  and not exists (
    select from identifiers n where n.person_id = i.person_id and n.kind = i.kind and n.system = i.system
      and (n.valid_from, n.id) > (i.valid_from, i.id));
--> statement-breakpoint
delete from identifier_lookup where kind = 'oidc_subject';
--> statement-breakpoint
delete from identifiers where kind = 'oidc_subject';
--> statement-breakpoint
-- A sign-in of which nobody can say whose it is. What it says about its holder stands sealed until it is decided.
create table identity_cases (
  id uuid primary key,
  -- What people read out on the phone: DN-26-7K3M-Q9.
  reference text not null unique,
  -- Keyed hash of (issuer, sub): whoever signs in with it again comes back to its case.
  account bytea not null,
  issuer text not null,
  reason text not null,
  state text not null default 'open',
  -- Keyed hash of all it says; when that changes the case is another one to decide.
  facts bytea not null,
  revision int not null default 1,
  claims bytea not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  lapses_at timestamptz not null,
  -- What the person left: a telephone number and words of their own; sealed.
  contact bytea,
  words bytea,
  said_at timestamptz,
  -- A code of the catalogue, so that no word about anybody else gets there.
  answer text,
  answered_at timestamptz,
  decision text,
  refusal text,
  person_id uuid,
  why bytea,
  decided_by uuid,
  decided_at timestamptz,
  constraint identity_cases_state check (state in ('open', 'answered', 'linked', 'refused', 'lapsed')),
  constraint identity_cases_decided check ((state in ('linked', 'refused')) <= (decided_at is not null))
);
--> statement-breakpoint
create unique index identity_cases_open on identity_cases (account) where state in ('open', 'answered');
--> statement-breakpoint
create index identity_cases_queue on identity_cases (due_at) where state in ('open', 'answered');
--> statement-breakpoint
create index identity_cases_account on identity_cases (account, decided_at);
--> statement-breakpoint
-- Not a session: its cookie opens one case, and nothing else.
create table help_sessions (
  token_hash bytea primary key,
  case_id uuid not null,
  account bytea not null,
  provider text not null,
  -- Sealed, only to end the provider's session too.
  id_token bytea,
  logout_url bytea,
  ends_at timestamptz not null,
  ended_at timestamptz
);
--> statement-breakpoint
create index help_sessions_ends on help_sessions (ends_at);
--> statement-breakpoint
alter table identity_cases enable row level security, force row level security;
--> statement-breakpoint
-- Whoever has signed in with the account: their own case, which they cannot decide.
create policy claimant on identity_cases for select to so_khoe_portal
  using (account = decode(nullif(current_setting('app.claimant', true), ''), 'hex'));
--> statement-breakpoint
create policy claimed on identity_cases for insert to so_khoe_portal
  with check (account = decode(nullif(current_setting('app.claimant', true), ''), 'hex') and state = 'open');
--> statement-breakpoint
create policy said_more on identity_cases for update to so_khoe_portal
  using (account = decode(nullif(current_setting('app.claimant', true), ''), 'hex') and state in ('open', 'answered'))
  with check (account = decode(nullif(current_setting('app.claimant', true), ''), 'hex') and state in ('open', 'answered', 'lapsed')
    and decided_at is null);
--> statement-breakpoint
create policy duty on identity_cases for select to so_khoe_portal
  using (nullif(current_setting('app.duty', true), '') = 'operator');
--> statement-breakpoint
create policy decided on identity_cases for update to so_khoe_portal
  using (nullif(current_setting('app.duty', true), '') = 'operator')
  with check (nullif(current_setting('app.duty', true), '') = 'operator');
--> statement-breakpoint
-- The clock sees what is over, and takes what it said about people out of it.
create policy clock_sees on identity_cases for select to so_khoe_worker using (lapses_at < now());
--> statement-breakpoint
create policy clock on identity_cases for update to so_khoe_worker
  using (lapses_at < now() and state in ('open', 'answered')) with check (state = 'lapsed');
--> statement-breakpoint
grant select, insert (id, person_id, issuer, subject_hash, linked_by, last_used_at, settled),
  update (last_used_at, settled, ended_at, ended_by, ended_why) on linked_accounts to so_khoe_portal;
--> statement-breakpoint
grant select on linked_accounts to so_khoe_portal_ro;
--> statement-breakpoint
grant select,
  insert (id, reference, account, issuer, reason, facts, claims, opened_at, due_at, lapses_at),
  update (reason, state, facts, revision, claims, contact, words, said_at, answer, answered_at, decision, refusal, person_id, why, decided_by, decided_at)
  on identity_cases to so_khoe_portal;
--> statement-breakpoint
grant select (id, state, lapses_at), update (state, claims, contact, words) on identity_cases to so_khoe_worker;
--> statement-breakpoint
grant select, insert, update (ended_at) on help_sessions to so_khoe_portal;
--> statement-breakpoint
grant select (token_hash, ends_at), delete on help_sessions to so_khoe_worker;
