-- replace index:i: an index cannot be altered
-- replace postgres/comment:i.index: it cannot stay while index:i is replaced

-- ==== up ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (a, id);

-- 3. comment on index i (replace postgres/comment:i.index)
COMMENT ON INDEX public.i IS 'for the list';

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (a);

-- 3. comment on index i (replace postgres/comment:i.index)
COMMENT ON INDEX public.i IS 'for the list';
