-- alter postgres/foreign-table:ft
--   change-type columns.b.type: integer → date
--   change-default columns.b.default: 5 → '2024-01-01'::date

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN b DROP DEFAULT;
ALTER FOREIGN TABLE public.ft ALTER COLUMN b TYPE date;

-- 2. change the default of column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN b SET DEFAULT '2024-01-01'::date;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN b DROP DEFAULT;
ALTER FOREIGN TABLE public.ft ALTER COLUMN b TYPE integer;

-- 2. change the default of column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN b SET DEFAULT 5;
