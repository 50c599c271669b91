-- drop index:one
-- create index:three
-- replace index:two: an index cannot be altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop index one (drop index:one)
--    ! slow, drops-index: drops index one: queries that used it read all of table t from then on
DROP INDEX public.one;

-- 2. drop index two (replace index:two)
DROP INDEX public.two;

-- 3. create index three (create index:three)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX three ON public.t USING btree (a, b);

-- 4. create index two (replace index:two)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX two ON public.t USING btree (a);

-- ==== down ====
-- batch, all or nothing

-- 1. drop index three (drop index:three)
--    ! slow, drops-index: drops index three: queries that used it read all of table t from then on
DROP INDEX public.three;

-- 2. drop index two (replace index:two)
DROP INDEX public.two;

-- 3. create index one (create index:one)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX one ON public.t USING btree (a);

-- 4. create index two (replace index:two)
--    ! blocks-writes, builds-index: builds an index over table t; nobody writes to it meanwhile
CREATE INDEX two ON public.t USING btree (b);
