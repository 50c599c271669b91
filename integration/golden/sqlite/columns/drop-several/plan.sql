-- alter table:users
--   drop-column columns.a: "a" TEXT
--   drop-column columns.c: "c" TEXT

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, drops-column: drops column users.a with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.c with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because several columns are dropped
CREATE TABLE "_schema_sync_2c53112d_users" (
  "id" INTEGER PRIMARY KEY,
  "b" TEXT
);
INSERT INTO "_schema_sync_2c53112d_users" ("id", "b")
SELECT "id", "b"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_2c53112d_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_2c53112d_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_2c53112d_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:users: drops column users.a with all of its values
--   alter table:users: drops column users.c with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column users.a (alter table:users)
ALTER TABLE "users" ADD COLUMN "a" TEXT;

-- 2. add column users.c (alter table:users)
ALTER TABLE "users" ADD COLUMN "c" TEXT;
