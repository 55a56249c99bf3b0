-- A whole book as one PDF: ordered by its person or who acts for them, made by the worker, kept sealed for a day.
create table book_copies (
  person_id uuid not null,
  id uuid not null,
  ordered_by uuid not null,
  -- Of the browser it was ordered in: what somebody ordered for another ends with it.
  session_id uuid not null,
  for_other boolean not null,
  language text not null,
  state text not null default 'ordered',
  failure text,
  ordered_at timestamptz not null,
  -- How often it was begun; whoever begins it anew takes it from who began it before.
  run int not null default 0,
  leased_until timestamptz,
  parts_done int not null default 0,
  parts int not null default 0,
  -- What of the book is in it: whoever may see less by then does not get it.
  sections text[] not null default '{}',
  entries int,
  bytes int,
  finished_at timestamptz,
  ends_at timestamptz,
  primary key (person_id, id),
  constraint book_copies_language check (language in ('vi', 'en')),
  constraint book_copies_state check (state in ('ordered', 'writing', 'ready', 'failed', 'cancelled', 'deleted', 'expired')),
  constraint book_copies_failure check ((state = 'failed') = (failure is not null)),
  constraint book_copies_ready check (state <> 'ready' or num_nulls(entries, bytes, finished_at, ends_at) = 0)
);
--> statement-breakpoint
create unique index book_copies_one on book_copies (person_id, ordered_by) where state in ('ordered', 'writing', 'ready');
--> statement-breakpoint
create index book_copies_tended on book_copies (state, ordered_at);
--> statement-breakpoint
create table book_copy_parts (
  person_id uuid not null,
  copy_id uuid not null,
  part int not null,
  sealed bytea not null,
  primary key (person_id, copy_id, part)
);
--> statement-breakpoint
-- What a reader of a book has chosen for their own eyes, in that book; who else reads it has their own choice.
create table reading_choices (
  person_id uuid not null,
  reader_id uuid not null,
  hides_newest boolean not null,
  changed_at timestamptz not null,
  primary key (person_id, reader_id)
);
--> statement-breakpoint
alter table book_copies enable row level security, force row level security;
--> statement-breakpoint
alter table book_copy_parts enable row level security, force row level security;
--> statement-breakpoint
alter table reading_choices enable row level security, force row level security;
--> statement-breakpoint
grant create on schema public to so_khoe_guard;
--> statement-breakpoint
grant select (person_id, copy_id), delete on book_copy_parts to so_khoe_guard;
--> statement-breakpoint
set role so_khoe_guard;
--> statement-breakpoint
-- Who the event says is reading.
create function reading_person() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  if event.basis is null or event.basis not in ('self', 'proxy') then
    return null;
  end if;
  return event.actor_person_id;
end $$;
--> statement-breakpoint
-- Whether the event hands the book over: its actor proved themself for that.
create function hands_over() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  event access_events := current_access_event();
begin
  return event.action is not distinct from 'export';
end $$;
--> statement-breakpoint
-- Bytes are kept of what is ready, and of nothing else.
create function drop_copy_parts() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from book_copy_parts p where p.person_id = old.person_id and p.copy_id = old.id;
  return null;
end $$;
--> statement-breakpoint
revoke all on function reading_person(), hands_over(), drop_copy_parts() from public;
--> statement-breakpoint
grant execute on function reading_person(), hands_over() to so_khoe_portal, so_khoe_worker, so_khoe_portal_ro;
--> statement-breakpoint
grant execute on function drop_copy_parts() to so_khoe_owner;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema public from so_khoe_guard;
--> statement-breakpoint
create trigger book_copies_drop after update of state on book_copies for each row
  when (old.state = 'ready' and new.state <> 'ready') execute function drop_copy_parts();
--> statement-breakpoint
create trigger book_copies_gone after delete on book_copies for each row execute function drop_copy_parts();
--> statement-breakpoint
create policy guard_drops on book_copy_parts for select to so_khoe_guard using (true);
--> statement-breakpoint
create policy guard_drops_all on book_copy_parts for delete to so_khoe_guard using (true);
--> statement-breakpoint
-- How it goes, to who ordered it: ids, counts and times, so that looking again and again opens nothing.
create policy orderer on book_copies for select to so_khoe_portal
  using (ordered_by = nullif(current_setting('app.orderer', true), '')::uuid or ordered_by = (select reading_person()));
--> statement-breakpoint
create policy ordered on book_copies for insert to so_khoe_portal
  with check (person_id = any((select opened_persons())::uuid[]) and ordered_by = (select reading_person()) and (select hands_over()) and state = 'ordered');
--> statement-breakpoint
create policy ended on book_copies for update to so_khoe_portal
  using ((ordered_by = nullif(current_setting('app.orderer', true), '')::uuid or ordered_by = (select reading_person())) and state in ('ordered', 'writing', 'ready'))
  with check (state in ('cancelled', 'deleted'));
--> statement-breakpoint
create policy making on book_copies for all to so_khoe_worker using (true) with check (true);
--> statement-breakpoint
create policy handed_over on book_copy_parts for select to so_khoe_portal
  using (person_id = any((select opened_persons())::uuid[]) and (select hands_over())
     and exists (select from book_copies c where c.person_id = book_copy_parts.person_id and c.id = book_copy_parts.copy_id
       and c.state = 'ready' and c.ordered_by = (select reading_person()) and c.sections <@ (select opened_sections())::text[]));
--> statement-breakpoint
create policy made on book_copy_parts for insert to so_khoe_worker
  with check (exists (select from book_copies c where c.person_id = book_copy_parts.person_id and c.id = book_copy_parts.copy_id and c.state = 'ready'));
--> statement-breakpoint
create policy own_choice on reading_choices for all to so_khoe_portal
  using (person_id = any((select opened_persons())::uuid[]) and reader_id = (select reading_person()))
  with check (person_id = any((select opened_persons())::uuid[]) and reader_id = (select reading_person()));
--> statement-breakpoint
create policy own_choice_ro on reading_choices for select to so_khoe_portal_ro
  using (person_id = any((select opened_persons())::uuid[]) and reader_id = (select reading_person()));
--> statement-breakpoint
grant select, insert (person_id, id, ordered_by, session_id, for_other, language, ordered_at), update (state) on book_copies to so_khoe_portal;
--> statement-breakpoint
grant select, update (state, failure, run, leased_until, parts_done, parts, sections, entries, bytes, finished_at, ends_at), delete on book_copies to so_khoe_worker;
--> statement-breakpoint
grant select on book_copy_parts to so_khoe_portal;
--> statement-breakpoint
grant insert on book_copy_parts to so_khoe_worker;
--> statement-breakpoint
grant select, insert, update (hides_newest, changed_at) on reading_choices to so_khoe_portal;
--> statement-breakpoint
grant select on reading_choices to so_khoe_portal_ro;
--> statement-breakpoint
-- What the worker reads to make a copy, beside the entries: each under an event like theirs, or about nobody.
grant select (person_id, lifted_at) on access_locks to so_khoe_worker;
--> statement-breakpoint
create policy copied on corrections for select to so_khoe_worker
  using (person_id = any((select opened_persons())::uuid[])
     and section = any((select opened_sections())::text[]) and (case_id is null or case_id <> all((select closed_cases())::uuid[])));
--> statement-breakpoint
grant select (person_id, id, reference, kind, section, entry_id, case_id, sent_at) on corrections to so_khoe_worker;
--> statement-breakpoint
create policy copied on correction_inbox for select to so_khoe_worker
  using (person_id = any((select opened_persons())::uuid[]) and state in ('corrected', 'partly'));
--> statement-breakpoint
grant select (decided_at) on correction_inbox to so_khoe_worker;
--> statement-breakpoint
create policy copied on result_comments for select to so_khoe_worker
  using (person_id = any((select opened_persons())::uuid[])
     and exists (select from entries e where e.person_id = result_comments.person_id and e.entry_id = result_comments.entry_id and e.current));
--> statement-breakpoint
grant select on result_comments to so_khoe_worker;
--> statement-breakpoint
create policy copied on reference_range_tables for select to so_khoe_worker using (true);
--> statement-breakpoint
create policy copied on reference_ranges for select to so_khoe_worker using (true);
--> statement-breakpoint
create policy copied on ai_machines for select to so_khoe_worker using (true);
--> statement-breakpoint
create policy copied on image_viewers for select to so_khoe_worker using (true);
--> statement-breakpoint
grant select on reference_range_tables, reference_ranges, ai_machines, image_viewers to so_khoe_worker;
