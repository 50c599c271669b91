-- alter table:users
--   add-column columns.email: "email" TEXT
--   add-column columns.name: "name" TEXT DEFAULT 'nobody'
--   add-column columns.age: "age" INTEGER NOT NULL DEFAULT 0

-- ==== up ====
-- batch, all or nothing

-- 1. add column users.email (alter table:users)
ALTER TABLE "users" ADD COLUMN "email" TEXT;

-- 2. add column users.name (alter table:users)
ALTER TABLE "users" ADD COLUMN "name" TEXT DEFAULT 'nobody';

-- 3. add column users.age (alter table:users)
ALTER TABLE "users" ADD COLUMN "age" INTEGER NOT NULL DEFAULT 0;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, drops-column: drops column users.email with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.name with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.age with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because several columns are dropped
CREATE TABLE "_schema_sync_1ec7e3e4_users" (
  "id" INTEGER PRIMARY KEY
);
INSERT INTO "_schema_sync_1ec7e3e4_users" ("id")
SELECT "id"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_1ec7e3e4_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_1ec7e3e4_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_1ec7e3e4_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
