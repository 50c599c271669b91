-- alter table:t
--   change-type columns.a.type: real → numeric(6,2)

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from real to numeric(6,2), which rounds stored values to 2 digits after the point, and fails where one is too large [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes numeric(6,2); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE numeric(6,2) USING a::numeric(6,2);

-- The way down does not bring back:
--   alter table:t: changes t.a from real to numeric(6,2), which rounds stored values to 2 digits after the point, and fails where one is too large

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from numeric(6,2) to real, which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes real; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE real USING a::real;
