-- An account whose facts name nobody may be linked to somebody an operator looked up: one proposes it, another confirms.
create table identity_proposals (
  case_id uuid not null,
  id uuid not null,
  -- Of the case, when it was proposed: it says nothing of what a digital ID has said since.
  revision int not null,
  decision text not null,
  person_id uuid not null,
  -- Sealed: what the second one reads.
  why bytea not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  outcome text,
  -- Sealed; of what is confirmed the case holds it.
  outcome_why bytea,
  ended_by uuid,
  ended_at timestamptz,
  primary key (case_id, id),
  constraint identity_proposals_decision check (decision in ('link', 'replace', 'reissue')),
  constraint identity_proposals_outcome check (outcome in ('confirmed', 'sent-back', 'withdrawn', 'overtaken')),
  constraint identity_proposals_ended check (num_nulls(outcome, ended_at) in (0, 2)),
  constraint identity_proposals_two check (outcome is distinct from 'confirmed' or (ended_by is not null and ended_by <> proposed_by))
);
--> statement-breakpoint
create unique index identity_proposals_open on identity_proposals (case_id) where outcome is null;
--> statement-breakpoint
alter table identity_proposals enable row level security, force row level security;
--> statement-breakpoint
create policy duty on identity_proposals for select to so_khoe_portal
  using (nullif(current_setting('app.duty', true), '') = 'operator');
--> statement-breakpoint
create policy proposed on identity_proposals for insert to so_khoe_portal
  with check (nullif(current_setting('app.duty', true), '') = 'operator' and outcome is null);
--> statement-breakpoint
-- What was ended stays as it ended.
create policy ended on identity_proposals for update to so_khoe_portal
  using (nullif(current_setting('app.duty', true), '') = 'operator' and outcome is null)
  with check (nullif(current_setting('app.duty', true), '') = 'operator' and outcome is not null);
--> statement-breakpoint
-- By which a provider that names its own session alone ends what a sign-in without a person opened. Keyed hash, as in sessions.
alter table help_sessions add column provider_session_hash bytea;
--> statement-breakpoint
grant select, insert (case_id, id, revision, decision, person_id, why, proposed_by, proposed_at),
  update (outcome, outcome_why, ended_by, ended_at) on identity_proposals to so_khoe_portal;
