-- alter table:t
--   change-type columns.a.type: date → timestamp without time zone

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no timestamp without time zone, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes timestamp without time zone; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE timestamp without time zone USING a::timestamp without time zone;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from timestamp without time zone to date, which takes the time of day from stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes date; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE date USING a::date;
