-- alter table:t
--   change-type columns.a.type: numeric(8,3) → numeric(8,1)

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from numeric(8,3) to numeric(8,1), which rounds stored values to 1 digit after the point, and fails where one is too large [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes numeric(8,1); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE numeric(8,1) USING a::numeric(8,1);
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1.5;

-- The way down does not bring back:
--   alter table:t: changes t.a from numeric(8,3) to numeric(8,1), which rounds stored values to 1 digit after the point, and fails where one is too large

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no numeric(8,3), and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes numeric(8,3); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE numeric(8,3) USING a::numeric(8,3);
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1.5;
