-- What the insurer last answered about a card, and where somebody was asked for paper all the same.
create table insurance_checks (
  person_id uuid not null,
  identifier_id uuid not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answer bytea,
  failed_at timestamptz,
  failure text,
  primary key (person_id, identifier_id),
  constraint insurance_checks_answer check ((answered_at is null) = (answer is null)),
  constraint insurance_checks_failure check ((failed_at is null) = (failure is null))
);
--> statement-breakpoint
-- Who it was is a keyed hash of person, facility and day: it counts one person once and leads nowhere else.
create table paper_demands (
  facility_id uuid not null,
  day date not null,
  who bytea not null,
  primary key (facility_id, day, who)
);
--> statement-breakpoint
alter table insurance_checks enable row level security, force row level security;
--> statement-breakpoint
alter table paper_demands enable row level security, force row level security;
--> statement-breakpoint
create policy opened on insurance_checks for select to so_khoe_portal, so_khoe_portal_ro
  using (person_id = any((select opened_persons())::uuid[]) and 'identity' = any((select opened_sections())::text[]));
--> statement-breakpoint
create policy asked on insurance_checks for insert to so_khoe_portal
  with check (person_id = any((select opened_persons())::uuid[]) and 'identity' = any((select opened_sections())::text[])
     and (select (current_access_event()).action) = 'change');
--> statement-breakpoint
create policy answered on insurance_checks for update to so_khoe_portal
  using (person_id = any((select opened_persons())::uuid[]) and 'identity' = any((select opened_sections())::text[])
     and (select (current_access_event()).action) = 'change')
  with check (person_id = any((select opened_persons())::uuid[]));
--> statement-breakpoint
create policy told on paper_demands for insert to so_khoe_portal
  with check (facility_id = nullif(current_setting('app.facility', true), '')::uuid);
--> statement-breakpoint
create policy counted on paper_demands for select to so_khoe_portal
  using (nullif(current_setting('app.duty', true), '') = 'operator');
--> statement-breakpoint
grant select, insert on insurance_checks to so_khoe_portal;
--> statement-breakpoint
grant update (asked_at, answered_at, answer, failed_at, failure) on insurance_checks to so_khoe_portal;
--> statement-breakpoint
grant select on insurance_checks to so_khoe_portal_ro;
--> statement-breakpoint
grant insert on paper_demands to so_khoe_portal;
--> statement-breakpoint
grant select (facility_id, day) on paper_demands to so_khoe_portal;
--> statement-breakpoint
-- The card, its validity and its first facility are administrative data (Decision 31/QĐ-BYT 2026, group 1), not money: who may know who
-- somebody is may know them. The owner sees no row while the policies are forced on it.
alter table entries no force row level security;
--> statement-breakpoint
update entries set section = 'identity' where resource_type = 'Coverage' and section = 'money';
--> statement-breakpoint
alter table entries force row level security;
