-- alter table:users
--   change-type columns.name.type: VARCHAR(10) → VARCHAR(100)

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the type of name changes
CREATE TABLE "_schema_sync_c8bca3da_users" (
  "id" INTEGER PRIMARY KEY,
  "name" VARCHAR(100)
);
INSERT INTO "_schema_sync_c8bca3da_users" ("id", "name")
SELECT "id", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_c8bca3da_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_c8bca3da_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_c8bca3da_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the type of name changes
CREATE TABLE "_schema_sync_826b651d_users" (
  "id" INTEGER PRIMARY KEY,
  "name" VARCHAR(10)
);
INSERT INTO "_schema_sync_826b651d_users" ("id", "name")
SELECT "id", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_826b651d_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_826b651d_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_826b651d_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
