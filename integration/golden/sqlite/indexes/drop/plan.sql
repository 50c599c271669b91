-- drop index:users_by_email

-- ==== up ====
-- batch, all or nothing

-- 1. drop index users_by_email (drop index:users_by_email)
DROP INDEX "users_by_email";

-- ==== down ====
-- batch, all or nothing

-- 1. create index users_by_email (create index:users_by_email)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_email" ON "users" ("email");
