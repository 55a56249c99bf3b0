-- Pages ask of all a person's rows what they are, and show few: what is asked lies together, by person, in one
-- index, so that their rows need not be read where they lie scattered. All that the policies compare is in it too.
-- Whether a row says that there is none (SNOMED CT, IPS absent-unknown), kept so that the index can tell.
alter table entries add column none_coded boolean generated always as (coalesce(case resource_type
  when 'AllergyIntolerance' then (resource #> '{code,coding}') @> any (array['[{"code":"716186003"}]', '[{"code":"409137002"}]', '[{"code":"428607008"}]',
    '[{"code":"429625007"}]', '[{"code":"716184000"}]', '[{"code":"no-known-allergies"}]', '[{"code":"no-known-medication-allergies"}]',
    '[{"code":"no-known-environmental-allergies"}]', '[{"code":"no-known-food-allergies"}]', '[{"code":"no-allergy-info"}]']::jsonb[])
  when 'Condition' then (resource #> '{code,coding}') @> any (array['[{"code":"160245001"}]', '[{"code":"no-known-problems"}]', '[{"code":"no-problem-info"}]']::jsonb[])
  end, false)) stored;
--> statement-breakpoint
drop index entries_section;
--> statement-breakpoint
create index entries_section on entries (person_id, section, time_low desc nulls last, entry_id)
  include (id, facility_id, case_id, resource_type, status, time_high, received_at, withdrawn_at, withdrawn_reason, none_coded) where current;
--> statement-breakpoint
-- An index alone answers for pages that are known to be visible to all: rows are only ever appended, so that is
-- found out after so many of them, not after a fifth of the table.
do $$ begin
  for i in 0..15 loop
    execute format('alter table entries_p%s set (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_insert_threshold = 2000,
      autovacuum_analyze_scale_factor = 0.02)', to_char(i, 'FM00'));
  end loop;
end $$;
