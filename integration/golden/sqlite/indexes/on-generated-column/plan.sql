-- create index:users_by_loud

-- ==== up ====
-- batch, all or nothing

-- 1. create index users_by_loud (create index:users_by_loud)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_loud" ON "users" ("loud");

-- ==== down ====
-- batch, all or nothing

-- 1. drop index users_by_loud (drop index:users_by_loud)
DROP INDEX "users_by_loud";
