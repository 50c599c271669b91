-- alter postgres/foreign-table:ft
--   change-type columns.b.type: integer → numeric

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN b TYPE numeric;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN b TYPE integer;
