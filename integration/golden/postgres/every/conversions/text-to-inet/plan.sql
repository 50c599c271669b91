-- alter table:t
--   change-type columns.a.type: text → inet

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from text to inet, which reads stored values as inet: how they are written is not kept, and it fails where one is no inet [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes inet; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE inet USING a::inet;

-- The way down does not bring back:
--   alter table:t: changes t.a from text to inet, which reads stored values as inet: how they are written is not kept, and it fails where one is no inet

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;
