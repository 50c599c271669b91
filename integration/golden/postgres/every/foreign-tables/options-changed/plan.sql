-- alter postgres/foreign-table:ft
--   change-options options: {"schema_name":"x","table_name":"y"} → {"table_name":"z","updatable":"false"}

-- ==== up ====
-- batch, all or nothing

-- 1. change the options of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft OPTIONS (DROP schema_name, SET table_name 'z', ADD updatable 'false');

-- ==== down ====
-- batch, all or nothing

-- 1. change the options of foreign table ft (alter postgres/foreign-table:ft)
ALTER FOREIGN TABLE public.ft OPTIONS (ADD schema_name 'x', SET table_name 'y', DROP updatable);
