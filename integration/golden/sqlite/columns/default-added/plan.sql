-- alter table:users
--   change-default columns.state.default: none → upper('new')

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the default of state changes
CREATE TABLE "_schema_sync_df7724a7_users" (
  "id" INTEGER PRIMARY KEY,
  "state" TEXT DEFAULT (upper('new'))
);
INSERT INTO "_schema_sync_df7724a7_users" ("id", "state")
SELECT "id", "state"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_df7724a7_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_df7724a7_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_df7724a7_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because the default of state changes
CREATE TABLE "_schema_sync_e41a723a_users" (
  "id" INTEGER PRIMARY KEY,
  "state" TEXT
);
INSERT INTO "_schema_sync_e41a723a_users" ("id", "state")
SELECT "id", "state"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_e41a723a_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_e41a723a_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_e41a723a_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
