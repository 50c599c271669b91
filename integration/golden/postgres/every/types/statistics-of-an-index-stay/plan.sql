-- alter index:both_of
--   change-statistics statistics: {"1":12,"2":34} → {"1":12,"2":35}
--   change-statistics statistics: {"2":35} → {"1":12,"2":35}
-- alter table:t
--   change-type columns.a.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- 2. alter index both_of (alter index:both_of)
ALTER INDEX public.both_of ALTER COLUMN 2 SET STATISTICS 35;
ALTER INDEX public.both_of ALTER COLUMN 1 SET STATISTICS 12;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 2. alter index both_of (alter index:both_of)
ALTER INDEX public.both_of ALTER COLUMN 2 SET STATISTICS 34;
ALTER INDEX public.both_of ALTER COLUMN 1 SET STATISTICS 12;
