-- The words of an entry, folded (no marks, lower case, each once, a space before each): what people search for. Who
-- people are was taken out before. What came before has none, and is folded when it is searched.
alter table entries add column words text;
--> statement-breakpoint
-- As `foldText` in app/shared/names.ts does it, with a space before each word.
create function fold_words(said text) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select ' ' || regexp_replace(lower(translate(regexp_replace(normalize(said, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd')), '[^[:alnum:]]+', ' ', 'g')
$$;
--> statement-breakpoint
-- When the person was here before this session: what came since is new to them.
alter table sessions add column previous_visit_at timestamptz;
