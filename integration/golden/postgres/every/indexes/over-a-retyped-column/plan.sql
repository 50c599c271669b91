-- alter table:t
--   change-type columns.id.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column id of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column id of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
