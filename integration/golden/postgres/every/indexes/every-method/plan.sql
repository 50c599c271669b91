-- create index:i_brin
-- create index:i_btree
-- create index:i_gin
-- create index:i_gist
-- create index:i_hash
-- create index:i_spgist

-- ==== up ====
-- batch, all or nothing

-- 1. create index i_brin (create index:i_brin)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i_brin ON public.t USING brin (d) WITH (pages_per_range=16);

-- 2. create index i_btree (create index:i_btree)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i_btree ON public.t USING btree (id);

-- 3. create index i_gin (create index:i_gin)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i_gin ON public.t USING gin (b jsonb_path_ops) WITH (fastupdate=false);

-- 4. create index i_gist (create index:i_gist)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i_gist ON public.t USING gist (r);

-- 5. create index i_hash (create index:i_hash)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i_hash ON public.t USING hash (a);

-- 6. create index i_spgist (create index:i_spgist)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX i_spgist ON public.t USING spgist (r);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index i_brin (drop index:i_brin)
--    ! slow, drops-index: drops index i_brin: queries that used it read all of table t from then on
DROP INDEX public.i_brin;

-- 2. drop index i_btree (drop index:i_btree)
--    ! slow, drops-index: drops index i_btree: queries that used it read all of table t from then on
DROP INDEX public.i_btree;

-- 3. drop index i_gin (drop index:i_gin)
--    ! slow, drops-index: drops index i_gin: queries that used it read all of table t from then on
DROP INDEX public.i_gin;

-- 4. drop index i_gist (drop index:i_gist)
--    ! slow, drops-index: drops index i_gist: queries that used it read all of table t from then on
DROP INDEX public.i_gist;

-- 5. drop index i_hash (drop index:i_hash)
--    ! slow, drops-index: drops index i_hash: queries that used it read all of table t from then on
DROP INDEX public.i_hash;

-- 6. drop index i_spgist (drop index:i_spgist)
--    ! slow, drops-index: drops index i_spgist: queries that used it read all of table t from then on
DROP INDEX public.i_spgist;
