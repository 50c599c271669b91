-- alter table:t
--   change-type columns.a.type: json → text

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from text to json, which reads stored values as json, and fails where one is no json [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes json; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE json USING a::json;
