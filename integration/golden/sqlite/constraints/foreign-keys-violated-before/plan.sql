-- alter table:teams
--   add-unique uniques.UNIQUE ("name"): UNIQUE ("name")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table teams (alter table:teams)
--    ! rewrite, rebuilds-table: copies table teams row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of teams have the same name
CREATE TABLE "_schema_sync_a5509dd1_own_violations_teams" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_1ea3ec2f_teams" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT UNIQUE
);
INSERT INTO "_schema_sync_1ea3ec2f_teams" ("id", "name")
SELECT "id", "name"
FROM "teams";
-- must find nothing: the rebuild of teams would lose rows
SELECT (SELECT count(*) FROM "teams") AS "before", (SELECT count(*) FROM "_schema_sync_1ea3ec2f_teams") AS "after"
WHERE (SELECT count(*) FROM "teams") <> (SELECT count(*) FROM "_schema_sync_1ea3ec2f_teams");
DROP TABLE "teams";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_1ea3ec2f_teams" RENAME TO "teams";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of teams
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_a5509dd1_own_violations_teams" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_a5509dd1_own_violations_teams";

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table teams (alter table:teams)
--    ! rewrite, rebuilds-table: copies table teams row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of teams can have the same name from then on
CREATE TABLE "_schema_sync_2306adc0_own_violations_teams" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_5858a108_teams" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT
);
INSERT INTO "_schema_sync_5858a108_teams" ("id", "name")
SELECT "id", "name"
FROM "teams";
-- must find nothing: the rebuild of teams would lose rows
SELECT (SELECT count(*) FROM "teams") AS "before", (SELECT count(*) FROM "_schema_sync_5858a108_teams") AS "after"
WHERE (SELECT count(*) FROM "teams") <> (SELECT count(*) FROM "_schema_sync_5858a108_teams");
DROP TABLE "teams";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_5858a108_teams" RENAME TO "teams";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of teams
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_2306adc0_own_violations_teams" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_2306adc0_own_violations_teams";
