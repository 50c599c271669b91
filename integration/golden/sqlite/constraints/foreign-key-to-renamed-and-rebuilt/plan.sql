-- rename table:users from table:people
-- alter table:users
--   add-unique uniques.UNIQUE ("name"): UNIQUE ("name")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rename table people to users (rename table:users)
--    ! correctness, breaks-clients: renames table people to users: statements that use the old name fail from then on
ALTER TABLE "people" RENAME TO "users";

-- 2. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of users have the same name
CREATE TABLE "_schema_sync_c6f263fc_own_violations_users" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('pets') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_6a843308_users" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT UNIQUE
);
INSERT INTO "_schema_sync_6a843308_users" ("id", "name")
SELECT "id", "name"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_6a843308_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_6a843308_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_6a843308_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of users
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('pets') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_c6f263fc_own_violations_users" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_c6f263fc_own_violations_users";

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rename table users to people (rename table:people)
--    ! correctness, breaks-clients: renames table users to people: statements that use the old name fail from then on
ALTER TABLE "users" RENAME TO "people";

-- 2. rebuild table people (alter table:people)
--    ! rewrite, rebuilds-table: copies table people row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of people can have the same name from then on
CREATE TABLE "_schema_sync_a73ee1e7_own_violations_people" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('pets') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_b6a4a55c_people" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT
);
INSERT INTO "_schema_sync_b6a4a55c_people" ("id", "name")
SELECT "id", "name"
FROM "people";
-- must find nothing: the rebuild of people would lose rows
SELECT (SELECT count(*) FROM "people") AS "before", (SELECT count(*) FROM "_schema_sync_b6a4a55c_people") AS "after"
WHERE (SELECT count(*) FROM "people") <> (SELECT count(*) FROM "_schema_sync_b6a4a55c_people");
DROP TABLE "people";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_b6a4a55c_people" RENAME TO "people";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of people
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('pets') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_a73ee1e7_own_violations_people" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_a73ee1e7_own_violations_people";
