-- alter table:parents
--   add-unique uniques.UNIQUE ("name"): UNIQUE ("name")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table parents (alter table:parents)
--    ! rewrite, rebuilds-table: copies table parents row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of parents have the same name
CREATE TABLE "_schema_sync_188302a5_own_violations_parents" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('children') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_3d5cfaa3_parents" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT UNIQUE
);
INSERT INTO "_schema_sync_3d5cfaa3_parents" ("id", "name")
SELECT "id", "name"
FROM "parents";
-- must find nothing: the rebuild of parents would lose rows
SELECT (SELECT count(*) FROM "parents") AS "before", (SELECT count(*) FROM "_schema_sync_3d5cfaa3_parents") AS "after"
WHERE (SELECT count(*) FROM "parents") <> (SELECT count(*) FROM "_schema_sync_3d5cfaa3_parents");
DROP TABLE "parents";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_3d5cfaa3_parents" RENAME TO "parents";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of parents
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('children') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_188302a5_own_violations_parents" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_188302a5_own_violations_parents";

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table parents (alter table:parents)
--    ! rewrite, rebuilds-table: copies table parents row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of parents can have the same name from then on
CREATE TABLE "_schema_sync_e2f82331_own_violations_parents" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('children') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_388f2607_parents" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT
);
INSERT INTO "_schema_sync_388f2607_parents" ("id", "name")
SELECT "id", "name"
FROM "parents";
-- must find nothing: the rebuild of parents would lose rows
SELECT (SELECT count(*) FROM "parents") AS "before", (SELECT count(*) FROM "_schema_sync_388f2607_parents") AS "after"
WHERE (SELECT count(*) FROM "parents") <> (SELECT count(*) FROM "_schema_sync_388f2607_parents");
DROP TABLE "parents";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_388f2607_parents" RENAME TO "parents";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of parents
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('children') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_e2f82331_own_violations_parents" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_e2f82331_own_violations_parents";
