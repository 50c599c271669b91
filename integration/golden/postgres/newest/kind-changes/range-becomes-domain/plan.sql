-- replace index:t_s_idx: an index cannot be altered
-- create postgres/domain:r
-- drop postgres/range-type:r

-- ==== up ====
-- batch, all or nothing

-- 1. drop index t_s_idx (replace index:t_s_idx)
DROP INDEX public.t_s_idx;

-- 2. create domain r (create postgres/domain:r)
--    ! blocks-reads, scans-table: reads all of table t for values that are no r, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because r becomes a type of another kind; nobody reads or writes it meanwhile
ALTER TYPE public.r RENAME TO _schema_sync_old_r;
CREATE DOMAIN public.r AS text;
ALTER TABLE public.t ALTER COLUMN s TYPE public.r USING s::text::public.r;
DROP TYPE public._schema_sync_old_r;

-- 3. create index t_s_idx (replace index:t_s_idx)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_s_idx ON public.t USING btree (s);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index t_s_idx (replace index:t_s_idx)
DROP INDEX public.t_s_idx;

-- 2. create range type r (create postgres/range-type:r)
--    ! blocks-reads, scans-table: reads all of table t for values that are no r, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because r becomes a type of another kind; nobody reads or writes it meanwhile
--    ! data-loss, converts-values: changes t.s from r to r, which reads stored values as public.r: how they are written is not kept, and it fails where one is no public.r [irreversible]
ALTER DOMAIN public.r RENAME TO _schema_sync_old_r;
CREATE TYPE public.r AS RANGE (
  SUBTYPE = integer,
  MULTIRANGE_TYPE_NAME = public.r_multirange
);
ALTER TABLE public.t ALTER COLUMN s TYPE public.r USING s::text::public.r;
DROP DOMAIN public._schema_sync_old_r;

-- 3. create index t_s_idx (replace index:t_s_idx)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_s_idx ON public.t USING gist (s);
