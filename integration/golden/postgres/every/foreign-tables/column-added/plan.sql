-- alter postgres/foreign-table:ft
--   add-column columns.a b: "a b" numeric(9,2) OPTIONS (column_name 'c') NOT NULL

-- ==== up ====
-- batch, all or nothing

-- 1. add column a b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ADD COLUMN "a b" numeric(9,2) OPTIONS (column_name 'c') NOT NULL;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column a b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft DROP COLUMN "a b";
