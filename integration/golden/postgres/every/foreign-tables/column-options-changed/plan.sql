-- alter postgres/foreign-table:ft
--   change-options columns.a.options: {"column_name":"A"} → {"column_name":"AA"}

-- ==== up ====
-- batch, all or nothing

-- 1. change the options of column a of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN a OPTIONS (SET column_name 'AA');

-- ==== down ====
-- batch, all or nothing

-- 1. change the options of column a of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN a OPTIONS (SET column_name 'A');
