-- drop index:teams_by_code
-- alter table:teams
--   add-unique uniques.UNIQUE ("code"): UNIQUE ("code")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop index teams_by_code (drop index:teams_by_code)
DROP INDEX "teams_by_code";

-- 2. rebuild table teams (alter table:teams)
--    ! rewrite, rebuilds-table: copies table teams row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of teams have the same code
CREATE TABLE "_schema_sync_cad29438_teams" (
  "id" INTEGER PRIMARY KEY,
  "code" TEXT UNIQUE
);
INSERT INTO "_schema_sync_cad29438_teams" ("id", "code")
SELECT "id", "code"
FROM "teams";
-- must find nothing: the rebuild of teams would lose rows
SELECT (SELECT count(*) FROM "teams") AS "before", (SELECT count(*) FROM "_schema_sync_cad29438_teams") AS "after"
WHERE (SELECT count(*) FROM "teams") <> (SELECT count(*) FROM "_schema_sync_cad29438_teams");
DROP TABLE "teams";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_cad29438_teams" RENAME TO "teams";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of teams
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('users') GROUP BY 1, 2, 3
LIMIT 20;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table teams (alter table:teams)
--    ! rewrite, rebuilds-table: copies table teams row by row into a new one, because a unique constraint is dropped
CREATE TABLE "_schema_sync_5bb6ef31_teams" (
  "id" INTEGER PRIMARY KEY,
  "code" TEXT
);
INSERT INTO "_schema_sync_5bb6ef31_teams" ("id", "code")
SELECT "id", "code"
FROM "teams";
-- must find nothing: the rebuild of teams would lose rows
SELECT (SELECT count(*) FROM "teams") AS "before", (SELECT count(*) FROM "_schema_sync_5bb6ef31_teams") AS "after"
WHERE (SELECT count(*) FROM "teams") <> (SELECT count(*) FROM "_schema_sync_5bb6ef31_teams");
DROP TABLE "teams";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_5bb6ef31_teams" RENAME TO "teams";
PRAGMA legacy_alter_table = OFF;

-- 2. create index teams_by_code (create index:teams_by_code)
--    ! correctness, adds-unique: fails when two rows of teams have the same "code"
--    ! slow, builds-index: reads all rows of teams to build an index
CREATE UNIQUE INDEX "teams_by_code" ON "teams" ("code");
