DROP INDEX "facility_names_code5";--> statement-breakpoint
CREATE UNIQUE INDEX "facility_names_now" ON "facility_names" USING btree ("facility_id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "facility_names_code5_now" ON "facility_names" USING btree ("code5") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "facility_names_code13_now" ON "facility_names" USING btree ("code13") WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX "facility_names_code5" ON "facility_names" USING btree ("code5");--> statement-breakpoint
-- As before, but a month whose rows already came while nobody made partitions stays in the one for the rest:
-- rows of the log are never moved, and the months after it must still be made.
create or replace function ensure_log_partitions(months_ahead int) returns int
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  month timestamptz;
  until timestamptz;
  name text;
  late boolean;
  made int := 0;
begin
  perform pg_advisory_xact_lock(7301956);
  for i in 0..greatest(months_ahead, 0) loop
    month := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => i)) at time zone 'UTC';
    until := ((month at time zone 'UTC') + interval '1 month') at time zone 'UTC';
    name := 'access_events_' || to_char(month at time zone 'UTC', 'YYYY_MM');
    continue when to_regclass('public.' || name) is not null;
    select exists (select from public.access_events_rest r where r.occurred_at >= month and r.occurred_at < until) into late;
    continue when late;
    execute format('create table public.%I partition of public.access_events for values from (%L) to (%L)', name, month, until);
    execute format('create trigger %I before truncate on public.%I for each statement execute function public.refuse_change()', name || '_kept', name);
    made := made + 1;
  end loop;
  return made;
end $$;
