-- alter table:t
--   change-type columns.n.type: text → integer

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column n of table t (alter table:t)
--    ! data-loss, converts-values: changes t.n from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.n becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN n TYPE integer USING n::integer;

-- The way down does not bring back:
--   alter table:t: changes t.n from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column n of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.n becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN n TYPE text USING n::text;
