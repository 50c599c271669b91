-- alter postgres/foreign-table:ft
--   change-type columns.a.type: text → text COLLATE pg_catalog."C"

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN a TYPE text COLLATE pg_catalog."C";

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN a TYPE text;
