-- alter table:users
--   change-generated columns.shown.generated: AS (upper(name)) VIRTUAL → none

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the expression of shown changes
CREATE TABLE "_schema_sync_f5caf824_users" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT,
  "shown" TEXT
);
INSERT INTO "_schema_sync_f5caf824_users" ("id", "name", "shown")
SELECT "id", "name", "shown"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_f5caf824_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_f5caf824_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_f5caf824_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, replaces-values: makes users.shown a generated column: its stored values are replaced by computed ones [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the expression of shown changes
CREATE TABLE "_schema_sync_822ce7c9_users" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT,
  "shown" TEXT GENERATED ALWAYS AS (upper(name)) VIRTUAL
);
INSERT INTO "_schema_sync_822ce7c9_users" ("id", "name")
SELECT "id", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_822ce7c9_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_822ce7c9_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_822ce7c9_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
