-- alter table:t
--   change-type columns.a.type: text → timestamp without time zone

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from text to timestamp without time zone, which reads stored values as timestamp without time zone: how they are written is not kept, and it fails where one is no timestamp without time zone [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes timestamp without time zone; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE timestamp without time zone USING a::timestamp without time zone;

-- The way down does not bring back:
--   alter table:t: changes t.a from text to timestamp without time zone, which reads stored values as timestamp without time zone: how they are written is not kept, and it fails where one is no timestamp without time zone

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;
