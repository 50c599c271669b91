-- alter postgres/foreign-table:ft
--   change-options options: {"schema_name":"x","table_name":"y"} → {}

-- ==== up ====
-- batch, all or nothing

-- 1. change the options of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft OPTIONS (DROP schema_name, DROP table_name);

-- ==== down ====
-- batch, all or nothing

-- 1. change the options of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft OPTIONS (ADD schema_name 'x', ADD table_name 'y');
