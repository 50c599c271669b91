-- replace index:t_a: an index cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop index t_a (replace index:t_a)
DROP INDEX public.t_a;

-- 2. create index t_a (replace index:t_a)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX t_a ON public.t USING btree (a DESC);

-- 3. alter index t_a (replace index:t_a)
--    ! correctness, ends-guarantee: drops the unique index t_a of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t CLUSTER ON t_a;

-- ==== down ====
-- batch, all or nothing

-- 1. drop index t_a (replace index:t_a)
DROP INDEX public.t_a;

-- 2. create index t_a (replace index:t_a)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile, and rows that conflict make it fail
CREATE UNIQUE INDEX t_a ON public.t USING btree (a);

-- 3. alter index t_a (replace index:t_a)
ALTER TABLE public.t CLUSTER ON t_a;
