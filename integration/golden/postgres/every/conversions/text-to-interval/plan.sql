-- alter table:t
--   change-type columns.a.type: text → interval

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from text to interval, which reads stored values as interval: how they are written is not kept, and it fails where one is no interval [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes interval; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE interval USING a::interval;

-- The way down does not bring back:
--   alter table:t: changes t.a from text to interval, which reads stored values as interval: how they are written is not kept, and it fails where one is no interval

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;
