-- A condition that fits several resources names none of them (FHIR R4 http.html: 412).
alter table entry_identifiers add column ambiguous boolean not null default false;
--> statement-breakpoint
grant update (ambiguous) on entry_identifiers to so_khoe_feed;
