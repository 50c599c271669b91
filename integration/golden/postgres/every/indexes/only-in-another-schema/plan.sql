-- create index:my app.of 1
-- create index:my app.of m

-- ==== up ====
-- batch, all or nothing

-- 1. create index my app.of m (create index:my app.of m)
CREATE INDEX "of m" ON ONLY "my app".m USING btree (id);

-- 2. create index my app.of 1 (create index:my app.of 1)
--    ! blocks-writes, builds-index: builds an index over table my app.m 1; nobody writes to it meanwhile
CREATE INDEX "of 1" ON "my app"."m 1" USING btree (id);

-- 3. alter index my app.of 1 (create index:my app.of 1)
ALTER INDEX "my app"."of m" ATTACH PARTITION "my app"."of 1";

-- ==== down ====
-- batch, all or nothing

-- 1. drop index my app.of m (drop index:my app.of m)
--    ! slow, drops-index: drops index of m: queries that used it read all of table my app.m from then on
DROP INDEX "my app"."of m";
