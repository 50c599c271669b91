-- alter postgres/foreign-table:ft
--   drop-column columns.a: a text OPTIONS (column_name 'A')

-- ==== up ====
-- batch, all or nothing

-- 1. drop column a of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft DROP COLUMN a;

-- ==== down ====
-- batch, all or nothing

-- 1. add column a of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ADD COLUMN a text OPTIONS (column_name 'A');
