-- When the search that is under way began, by the server's own clock: what changes after it is asked for next time.
alter table pulled_cursors add column started text;
--> statement-breakpoint
-- Which type of data a source failed at, so that an operator can leave it out or name it to the facility.
alter table pulled_sources add column last_failure_type text;
--> statement-breakpoint
grant update (last_failure_type) on pulled_sources to so_khoe_worker;
--> statement-breakpoint
-- Another server at another address knows nothing of how far this one was read.
grant delete on pulled_cursors to so_khoe_portal;
--> statement-breakpoint
-- How a facility is read is said in the book, on a standby too.
grant select on pulled_sources to so_khoe_portal_ro;
--> statement-breakpoint
-- Jobs that ask other people's servers run one at a time each, so that a server that hangs takes no other job's place.
create or replace function enqueue(task text, payload jsonb default '{}', job_key text default null, run_at timestamptz default null) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  item record;
begin
  if task !~ '^[a-z]+(-[a-z]+)*$' then
    raise exception 'unknown form of task name' using errcode = 'invalid_parameter_value';
  end if;
  for item in select key, value from jsonb_each_text(payload) loop
    if item.value !~ '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,9}|\d{4}-\d{2}-\d{2}|[a-z-]{1,40})$' then
      raise exception 'a job payload holds ids only (key %)', item.key using errcode = 'invalid_parameter_value';
    end if;
  end loop;
  perform graphile_worker.add_job(identifier => task, payload => payload::json, queue_name => case when task like 'pull-%' then task end,
    job_key => enqueue.job_key, run_at => enqueue.run_at, max_attempts => 8);
end $$;
