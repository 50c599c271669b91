-- create index:i

-- ==== up ====
-- batch, all or nothing

-- 1. create index i (create index:i)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i ON public.t USING btree (public.f(id)) WHERE (public.f(id) > 0);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i (drop index:i)
--    ! slow, drops-index: drops index i: queries that used it read all of table t from then on
DROP INDEX public.i;
