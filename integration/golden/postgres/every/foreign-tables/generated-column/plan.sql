-- alter postgres/foreign-table:ft
--   drop-column columns.b: b integer DEFAULT 5
--   add-column columns.b: b integer GENERATED ALWAYS AS ((id * 2)) STORED

-- ==== up ====
-- batch, all or nothing

-- 1. drop column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft DROP COLUMN b;

-- 2. add column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ADD COLUMN b integer GENERATED ALWAYS AS ((id * 2)) STORED;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft DROP COLUMN b;

-- 2. add column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ADD COLUMN b integer DEFAULT 5;
