-- create index:fresh
-- drop index:gone
-- replace index:other: an index cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop index gone (drop index:gone)
--    ! slow, drops-index: drops index gone: queries that used it read all of table t from then on
DROP INDEX public.gone;

-- 2. drop index other (replace index:other)
DROP INDEX public.other;

-- 3. create index fresh (create index:fresh)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX fresh ON public.t USING btree (((a + 1)), b DESC) WITH (fillfactor=50);

-- 4. create index other (replace index:other)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile, and rows that conflict make it fail
CREATE UNIQUE INDEX other ON public.t USING btree (b COLLATE "C" text_pattern_ops);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index fresh (drop index:fresh)
--    ! slow, drops-index: drops index fresh: queries that used it read all of table t from then on
DROP INDEX public.fresh;

-- 2. drop index other (replace index:other)
DROP INDEX public.other;

-- 3. create index gone (create index:gone)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX gone ON public.t USING btree (a);

-- 4. create index other (replace index:other)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
--    ! correctness, ends-guarantee: drops the unique index other of table t: from then on rows come that break it, and no statement fails
CREATE INDEX other ON public.t USING btree (b);
