-- replace index:by_twice: it cannot stay while table:t is altered
-- replace postgres/constraint:t.small: it cannot stay while table:t is altered
-- alter table:t
--   drop-column columns.twice: twice integer GENERATED ALWAYS AS ((a * 2)) STORED
--   change-type columns.a.type: integer → bigint
--   add-column columns.twice: twice bigint GENERATED ALWAYS AS ((a * 2)) STORED

-- ==== up ====
-- batch, all or nothing

-- 1. drop index by_twice (replace index:by_twice)
DROP INDEX public.by_twice;

-- 2. drop check small of table t (replace postgres/constraint:t.small)
ALTER TABLE public.t DROP CONSTRAINT small;

-- 3. drop column twice of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN twice;

-- 4. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- 5. add column twice of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column twice; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN twice bigint GENERATED ALWAYS AS ((a * 2)) STORED;

-- 6. create index by_twice (replace index:by_twice)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX by_twice ON public.t USING btree (twice);

-- 7. add check small to table t (replace postgres/constraint:t.small)
--    ! blocks-reads, scans-table: reads all of table t for the check small, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT small CHECK ((twice < 100));

-- ==== down ====
-- batch, all or nothing

-- 1. drop index by_twice (replace index:by_twice)
DROP INDEX public.by_twice;

-- 2. drop check small of table t (replace postgres/constraint:t.small)
ALTER TABLE public.t DROP CONSTRAINT small;

-- 3. drop column twice of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN twice;

-- 4. change the type of column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of a that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 5. add column twice of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column twice; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN twice integer GENERATED ALWAYS AS ((a * 2)) STORED;

-- 6. create index by_twice (replace index:by_twice)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX by_twice ON public.t USING btree (twice);

-- 7. add check small to table t (replace postgres/constraint:t.small)
--    ! blocks-reads, scans-table: reads all of table t for the check small, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT small CHECK ((twice < 100));
