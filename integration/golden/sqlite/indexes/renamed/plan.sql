-- create index:new_name
-- drop index:old_name

-- ==== up ====
-- batch, all or nothing

-- 1. drop index old_name (drop index:old_name)
DROP INDEX "old_name";

-- 2. create index new_name (create index:new_name)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "new_name" ON "users" ("email");

-- ==== down ====
-- batch, all or nothing

-- 1. drop index new_name (drop index:new_name)
DROP INDEX "new_name";

-- 2. create index old_name (create index:old_name)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "old_name" ON "users" ("email");
