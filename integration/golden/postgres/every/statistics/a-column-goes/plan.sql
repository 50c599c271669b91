-- replace postgres/statistics:s: what extended statistics are about cannot be altered
-- alter table:t
--   drop-column columns.gone: gone integer
--   change-type columns.a.type: integer → bigint

-- ==== up ====
-- batch, all or nothing

-- 1. drop statistics s (replace postgres/statistics:s)
DROP STATISTICS public.s;

-- 2. drop column gone of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.gone with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN gone;

-- 3. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- 4. create statistics s (replace postgres/statistics:s)
CREATE STATISTICS public.s ON a, id FROM public.t;

-- The way down does not bring back:
--   alter table:t: drops column t.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop statistics s (replace postgres/statistics:s)
DROP STATISTICS public.s;

-- 2. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 3. add column gone of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN gone integer;

-- 4. create statistics s (replace postgres/statistics:s)
CREATE STATISTICS public.s ON a, gone, id FROM public.t;
