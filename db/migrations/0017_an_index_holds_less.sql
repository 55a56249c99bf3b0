-- A page finds the rows it shows by entry and not by version: the index need not hold the version's id, and a person's
-- part of it lies in fewer blocks. Few persons are merged into another, so few stand in that index.
drop index entries_section;
--> statement-breakpoint
create index entries_section on entries (person_id, section, time_low desc nulls last, entry_id)
  include (facility_id, case_id, resource_type, status, time_high, received_at, withdrawn_at, withdrawn_reason, none_coded) where current;
--> statement-breakpoint
drop index persons_cluster;
--> statement-breakpoint
create index persons_cluster on persons (merged_into) where merged_into is not null;
--> statement-breakpoint
-- The same persons as before, said so that the planner does not multiply it with the person that every query names:
-- it took each person for a handful of rows, and read their blocks one by one where the index holds all that is asked.
alter policy opened on entries
  using (array_position((select opened_persons())::uuid[], person_id) is not null
     and section = any((select opened_sections())::text[])
     and case_id <> all((select closed_cases())::uuid[])
     and withdrawn_reason is distinct from 'moved');
--> statement-breakpoint
alter policy named_by_correction on entries
  using (array_position((select opened_persons())::uuid[], person_id) is not null
     and entry_id = (select opened_correction_entry())
     and case_id <> all((select closed_cases())::uuid[])
     and withdrawn_reason is distinct from 'moved');
