-- alter table:users
--   change-default columns.state.default: 'new' → none

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the default of state changes
CREATE TABLE "_schema_sync_a941f414_users" (
  "id" INTEGER PRIMARY KEY,
  "state" TEXT
);
INSERT INTO "_schema_sync_a941f414_users" ("id", "state")
SELECT "id", "state"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_a941f414_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_a941f414_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_a941f414_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the default of state changes
CREATE TABLE "_schema_sync_c499ed7d_users" (
  "id" INTEGER PRIMARY KEY,
  "state" TEXT DEFAULT 'new'
);
INSERT INTO "_schema_sync_c499ed7d_users" ("id", "state")
SELECT "id", "state"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_c499ed7d_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_c499ed7d_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_c499ed7d_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
