-- alter table:t
--   change-type columns.a.type: text → bytea

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from text to bytea, which reads stored values as bytea: how they are written is not kept, and it fails where one is no bytea [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bytea; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bytea USING a::bytea;

-- The way down does not bring back:
--   alter table:t: changes t.a from text to bytea, which reads stored values as bytea: how they are written is not kept, and it fails where one is no bytea

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;
