-- alter table:measures
--   change-strict strict: false → true

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table measures (alter table:measures)
--    ! rewrite, rebuilds-table: copies table measures row by row into a new one, because it becomes STRICT
--    ! correctness, enforces-types: fails when a row of measures holds a value that does not fit the type of its column
CREATE TABLE "_schema_sync_6d2a50a9_measures" (
  "id" INTEGER PRIMARY KEY,
  "amount" INTEGER
) STRICT;
INSERT INTO "_schema_sync_6d2a50a9_measures" ("id", "amount")
SELECT "id", "amount"
FROM "measures";
-- must find nothing: the rebuild of measures would lose rows
SELECT (SELECT count(*) FROM "measures") AS "before", (SELECT count(*) FROM "_schema_sync_6d2a50a9_measures") AS "after"
WHERE (SELECT count(*) FROM "measures") <> (SELECT count(*) FROM "_schema_sync_6d2a50a9_measures");
DROP TABLE "measures";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_6d2a50a9_measures" RENAME TO "measures";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table measures (alter table:measures)
--    ! rewrite, rebuilds-table: copies table measures row by row into a new one, because it becomes non-STRICT
CREATE TABLE "_schema_sync_327e72a4_measures" (
  "id" INTEGER PRIMARY KEY,
  "amount" INTEGER
);
INSERT INTO "_schema_sync_327e72a4_measures" ("id", "amount")
SELECT "id", "amount"
FROM "measures";
-- must find nothing: the rebuild of measures would lose rows
SELECT (SELECT count(*) FROM "measures") AS "before", (SELECT count(*) FROM "_schema_sync_327e72a4_measures") AS "after"
WHERE (SELECT count(*) FROM "measures") <> (SELECT count(*) FROM "_schema_sync_327e72a4_measures");
DROP TABLE "measures";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_327e72a4_measures" RENAME TO "measures";
PRAGMA legacy_alter_table = OFF;
