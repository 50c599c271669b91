-- alter table:users
--   add-column columns.made: "made" TEXT DEFAULT (datetime('now'))
--   add-column columns.number: "number" INTEGER DEFAULT (abs(-1))

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because made is added with a default that is computed
--    ! correctness, enforces-types: gives rows of users the default abs(-1) in number, which may be no INTEGER: fails where it is none
CREATE TABLE "_schema_sync_850d39b9_users" (
  "id" INTEGER PRIMARY KEY,
  "made" TEXT DEFAULT (datetime('now')),
  "number" INTEGER DEFAULT (abs(-1))
) STRICT;
INSERT INTO "_schema_sync_850d39b9_users" ("id")
SELECT "id"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_850d39b9_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_850d39b9_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_850d39b9_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table users (alter table:users)
--    ! data-loss, drops-column: drops column users.made with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.number with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because several columns are dropped
CREATE TABLE "_schema_sync_c3252590_users" (
  "id" INTEGER PRIMARY KEY
) STRICT;
INSERT INTO "_schema_sync_c3252590_users" ("id")
SELECT "id"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_c3252590_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_c3252590_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_c3252590_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
