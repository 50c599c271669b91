-- alter postgres/foreign-table:ft
--   change-options columns.a.options: {"column_name":"A"} → {}
--   change-options columns.b.options: {} → {"column_name":"B"}

-- ==== up ====
-- batch, all or nothing

-- 1. change the options of column a of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN a OPTIONS (DROP column_name);

-- 2. change the options of column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN b OPTIONS (ADD column_name 'B');

-- ==== down ====
-- batch, all or nothing

-- 1. change the options of column a of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN a OPTIONS (ADD column_name 'A');

-- 2. change the options of column b of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft ALTER COLUMN b OPTIONS (DROP column_name);
