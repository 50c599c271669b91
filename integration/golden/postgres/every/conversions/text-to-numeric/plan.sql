-- alter table:t
--   change-type columns.a.type: text → numeric(8,2)

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from text to numeric(8,2), which reads stored values as numeric(8,2): how they are written is not kept, and it fails where one is no numeric(8,2) [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes numeric(8,2); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE numeric(8,2) USING a::numeric(8,2);

-- The way down does not bring back:
--   alter table:t: changes t.a from text to numeric(8,2), which reads stored values as numeric(8,2): how they are written is not kept, and it fails where one is no numeric(8,2)

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;
