-- create index:email

-- ==== up ====
-- batch, all or nothing

-- 1. create index email (create index:email)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "email" ON "users" ("email");

-- ==== down ====
-- batch, all or nothing

-- 1. drop index email (drop index:email)
DROP INDEX "email";
