-- alter table:t
--   change-type columns.a.type: numeric(9,2) → numeric(5,2)

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no numeric(5,2), and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes numeric(5,2); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE numeric(5,2) USING a::numeric(5,2);

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a TYPE numeric(9,2);
