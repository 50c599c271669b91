-- drop index:users_by_lower
-- drop index:users_here
-- alter table:users
--   drop-column columns.email: "email" TEXT
--   drop-column columns.gone: "gone" INTEGER

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index users_by_lower (drop index:users_by_lower)
DROP INDEX "users_by_lower";

-- 2. drop index users_here (drop index:users_here)
DROP INDEX "users_here";

-- 3. rebuild table users (alter table:users)
--    ! data-loss, drops-column: drops column users.email with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.gone with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because several columns are dropped
CREATE TABLE "_schema_sync_a09d068e_users" (
  "id" INTEGER PRIMARY KEY
);
INSERT INTO "_schema_sync_a09d068e_users" ("id")
SELECT "id"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_a09d068e_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_a09d068e_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_a09d068e_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:users: drops column users.email with all of its values
--   alter table:users: drops column users.gone with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column users.email (alter table:users)
ALTER TABLE "users" ADD COLUMN "email" TEXT;

-- 2. add column users.gone (alter table:users)
ALTER TABLE "users" ADD COLUMN "gone" INTEGER;

-- 3. create index users_by_lower (create index:users_by_lower)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_by_lower" ON "users" (lower(email));

-- 4. create index users_here (create index:users_here)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "users_here" ON "users" ("id")
WHERE gone = 0;
