-- replace index:i: an index cannot be altered
-- replace index:j: an index cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop index j (replace index:j)
DROP INDEX public.j;

-- 3. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile, and rows that conflict make it fail
CREATE UNIQUE INDEX i ON public.t USING btree (a) NULLS NOT DISTINCT;

-- 4. create index j (replace index:j)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile, and rows that conflict make it fail
CREATE UNIQUE INDEX j ON public.t USING btree (id);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. drop index j (replace index:j)
DROP INDEX public.j;

-- 3. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile, and rows that conflict make it fail
CREATE UNIQUE INDEX i ON public.t USING btree (a);

-- 4. create index j (replace index:j)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile, and rows that conflict make it fail
CREATE UNIQUE INDEX j ON public.t USING btree (id) NULLS NOT DISTINCT;
