-- alter table:users
--   change-default columns.state.default: 'new' → 'fresh'

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the default of state changes
CREATE TABLE "_schema_sync_38c76699_users" (
  "id" INTEGER PRIMARY KEY,
  "state" TEXT DEFAULT 'fresh'
);
INSERT INTO "_schema_sync_38c76699_users" ("id", "state")
SELECT "id", "state"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_38c76699_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_38c76699_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_38c76699_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the default of state changes
CREATE TABLE "_schema_sync_100d79fd_users" (
  "id" INTEGER PRIMARY KEY,
  "state" TEXT DEFAULT 'new'
);
INSERT INTO "_schema_sync_100d79fd_users" ("id", "state")
SELECT "id", "state"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_100d79fd_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_100d79fd_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_100d79fd_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
