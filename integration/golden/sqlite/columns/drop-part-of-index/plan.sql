-- replace index:users_by_both: SQLite cannot alter an index
-- alter table:users
--   drop-column columns.email: "email" TEXT

-- ==== up ====
-- batch, all or nothing

-- 1. drop index users_by_both (replace index:users_by_both)
DROP INDEX "users_by_both";

-- 2. drop column users.email (alter table:users)
--    ! data-loss, drops-column: drops column users.email with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "email";

-- 3. create index users_by_both (replace index:users_by_both)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_both" ON "users" ("name");

-- The way down does not bring back:
--   alter table:users: drops column users.email with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop index users_by_both (replace index:users_by_both)
DROP INDEX "users_by_both";

-- 2. add column users.email (alter table:users)
ALTER TABLE "users" ADD COLUMN "email" TEXT;

-- 3. create index users_by_both (replace index:users_by_both)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_both" ON "users" ("email", "name");
