-- alter table:t
--   change-type columns.a.type: bigint[] → smallint[]
--   change-default columns.a.default: '{}'::bigint[] → '{}'::smallint[]

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no smallint[], and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes smallint[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE smallint[] USING a::smallint[];

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT '{}'::smallint[];

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint[] USING a::bigint[];

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT '{}'::bigint[];
