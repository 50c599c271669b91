-- replace index:i: an index cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile, and rows that conflict make it fail
CREATE UNIQUE INDEX i ON public.t USING btree (a);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
--    ! correctness, ends-guarantee: drops the unique index i of table t: from then on rows come that break it, and no statement fails
CREATE INDEX i ON public.t USING btree (a);
