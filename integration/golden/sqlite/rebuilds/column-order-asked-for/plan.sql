-- alter table:users
--   change-column-order columns: ["id","a","b"] → ["id","b","a"]

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because its columns change places
CREATE TABLE "_schema_sync_3e90e846_users" (
  "id" INTEGER PRIMARY KEY,
  "b" TEXT,
  "a" TEXT
);
INSERT INTO "_schema_sync_3e90e846_users" ("id", "b", "a")
SELECT "id", "b", "a"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_3e90e846_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_3e90e846_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_3e90e846_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because its columns change places
CREATE TABLE "_schema_sync_add168b1_users" (
  "id" INTEGER PRIMARY KEY,
  "a" TEXT,
  "b" TEXT
);
INSERT INTO "_schema_sync_add168b1_users" ("id", "a", "b")
SELECT "id", "a", "b"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_add168b1_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_add168b1_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_add168b1_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
