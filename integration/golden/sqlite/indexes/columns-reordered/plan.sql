-- replace index:users_by_name: SQLite cannot alter an index

-- ==== up ====
-- batch, all or nothing

-- 1. drop index users_by_name (replace index:users_by_name)
DROP INDEX "users_by_name";

-- 2. create index users_by_name (replace index:users_by_name)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_name" ON "users" ("last", "first");

-- ==== down ====
-- batch, all or nothing

-- 1. drop index users_by_name (replace index:users_by_name)
DROP INDEX "users_by_name";

-- 2. create index users_by_name (replace index:users_by_name)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_name" ON "users" ("first", "last");
