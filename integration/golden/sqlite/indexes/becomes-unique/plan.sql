-- replace index:users_by_email: SQLite cannot alter an index

-- ==== up ====
-- batch, all or nothing

-- 1. drop index users_by_email (replace index:users_by_email)
DROP INDEX "users_by_email";

-- 2. create index users_by_email (replace index:users_by_email)
--    ! correctness, adds-unique: fails when two rows of users have the same "email"
--    ! slow, builds-index: reads all rows of users to build an index
CREATE UNIQUE INDEX "users_by_email" ON "users" ("email");

-- ==== down ====
-- batch, all or nothing

-- 1. drop index users_by_email (replace index:users_by_email)
--    ! correctness, ends-guarantee: rows of users can have the same "email" from then on
DROP INDEX "users_by_email";

-- 2. create index users_by_email (replace index:users_by_email)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_email" ON "users" ("email");
