-- alter table:measures
--   change-type columns.amount.type: ANY → BLOB
--   change-strict strict: true → false

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table measures (alter table:measures)
--    ! rewrite, rebuilds-table: copies table measures row by row into a new one, because it becomes non-STRICT
CREATE TABLE "_schema_sync_cd4bb3be_measures" (
  "id" INTEGER PRIMARY KEY,
  "amount" BLOB
);
INSERT INTO "_schema_sync_cd4bb3be_measures" ("id", "amount")
SELECT "id", "amount"
FROM "measures";
-- must find nothing: the rebuild of measures would lose rows
SELECT (SELECT count(*) FROM "measures") AS "before", (SELECT count(*) FROM "_schema_sync_cd4bb3be_measures") AS "after"
WHERE (SELECT count(*) FROM "measures") <> (SELECT count(*) FROM "_schema_sync_cd4bb3be_measures");
DROP TABLE "measures";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_cd4bb3be_measures" RENAME TO "measures";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table measures (alter table:measures)
--    ! rewrite, rebuilds-table: copies table measures row by row into a new one, because it becomes STRICT
--    ! correctness, enforces-types: fails when a row of measures holds a value that does not fit the type of its column
CREATE TABLE "_schema_sync_ce8d9e56_measures" (
  "id" INTEGER PRIMARY KEY,
  "amount" ANY
) STRICT;
INSERT INTO "_schema_sync_ce8d9e56_measures" ("id", "amount")
SELECT "id", "amount"
FROM "measures";
-- must find nothing: the rebuild of measures would lose rows
SELECT (SELECT count(*) FROM "measures") AS "before", (SELECT count(*) FROM "_schema_sync_ce8d9e56_measures") AS "after"
WHERE (SELECT count(*) FROM "measures") <> (SELECT count(*) FROM "_schema_sync_ce8d9e56_measures");
DROP TABLE "measures";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_ce8d9e56_measures" RENAME TO "measures";
PRAGMA legacy_alter_table = OFF;
