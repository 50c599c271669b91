-- drop index:i
-- create postgres/constraint:t.i

-- ==== up ====
-- batch, all or nothing

-- 1. drop index i (drop index:i)
--    ! slow, drops-index: drops index i: queries that used it read all of table t from then on
DROP INDEX public.i;

-- 2. add unique i to table t (create postgres/constraint:t.i)
--    ! blocks-reads, builds-index: builds an index over table t; nobody reads or writes it meanwhile, and rows that conflict make it fail
ALTER TABLE public.t ADD CONSTRAINT i UNIQUE (a);

-- ==== down ====
-- batch, all or nothing

-- 1. drop unique i of table t (drop postgres/constraint:t.i)
--    ! correctness, ends-guarantee: drops the unique i of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t DROP CONSTRAINT i;

-- 2. create index i (create index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile, and rows that conflict make it fail
CREATE UNIQUE INDEX i ON public.t USING btree (a);
