-- alter table:users
--   change-generated columns.shown.generated: AS (upper(name)) STORED → AS (lower(name)) STORED

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the expression of shown changes
CREATE TABLE "_schema_sync_317c24cc_users" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT,
  "shown" TEXT GENERATED ALWAYS AS (lower(name)) STORED
);
INSERT INTO "_schema_sync_317c24cc_users" ("id", "name")
SELECT "id", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_317c24cc_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_317c24cc_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_317c24cc_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the expression of shown changes
CREATE TABLE "_schema_sync_72a2ee14_users" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT,
  "shown" TEXT GENERATED ALWAYS AS (upper(name)) STORED
);
INSERT INTO "_schema_sync_72a2ee14_users" ("id", "name")
SELECT "id", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_72a2ee14_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_72a2ee14_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_72a2ee14_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
