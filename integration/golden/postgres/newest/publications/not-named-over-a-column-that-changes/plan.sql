-- replace postgres/publication:p: it cannot stay while table:t is altered
-- alter table:t
--   change-type columns.id.type: integer → bigint
-- left alone: postgres/publication p: what is of the whole database stays unless --with database

-- ==== up ====
-- batch, all or nothing

-- 1. drop publication p (replace postgres/publication:p)
DROP PUBLICATION p;

-- 2. change the type of column id of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;

-- 3. create publication p (replace postgres/publication:p)
CREATE PUBLICATION p FOR TABLE public.t (a, id) WHERE ((id > 5));

-- ==== down ====
-- batch, all or nothing

-- 1. drop publication p (replace postgres/publication:p)
DROP PUBLICATION p;

-- 2. change the type of column id of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of id that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.id becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;

-- 3. create publication p (replace postgres/publication:p)
CREATE PUBLICATION p FOR TABLE public.t (a, id) WHERE ((id > 5));
