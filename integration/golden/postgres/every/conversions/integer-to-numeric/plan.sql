-- alter table:t
--   change-type columns.a.type: integer → numeric(4,1)

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no numeric(4,1), and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes numeric(4,1); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE numeric(4,1) USING a::numeric(4,1);

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from numeric(4,1) to integer, which rounds stored values to whole numbers, and fails where one is too large [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
