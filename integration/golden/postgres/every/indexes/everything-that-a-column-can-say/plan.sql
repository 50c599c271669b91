-- replace index:i: an index cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (a COLLATE "C" text_pattern_ops DESC NULLS LAST, ((id + 1)) NULLS FIRST, lower(a)) INCLUDE (d) WITH (fillfactor=50) WHERE ((id > 5) AND (a IS NOT NULL));

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (replace index:i)
DROP INDEX public.i;

-- 2. create index i (replace index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (a);
