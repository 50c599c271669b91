-- alter table:größen
--   change-default columns.😀.default: 'x' → 'y'
--   add-unique uniques.UNIQUE ("名前"): UNIQUE ("名前")
-- create view:ansicht

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table größen (alter table:größen)
--    ! rewrite, rebuilds-table: copies table größen row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of größen have the same 名前
CREATE TABLE "_schema_sync_65cb8395_größen" (
  "id" INTEGER PRIMARY KEY,
  "名前" TEXT UNIQUE,
  "😀" TEXT DEFAULT 'y'
);
INSERT INTO "_schema_sync_65cb8395_größen" ("id", "名前", "😀")
SELECT "id", "名前", "😀"
FROM "größen";
-- must find nothing: the rebuild of größen would lose rows
SELECT (SELECT count(*) FROM "größen") AS "before", (SELECT count(*) FROM "_schema_sync_65cb8395_größen") AS "after"
WHERE (SELECT count(*) FROM "größen") <> (SELECT count(*) FROM "_schema_sync_65cb8395_größen");
DROP TABLE "größen";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_65cb8395_größen" RENAME TO "größen";
PRAGMA legacy_alter_table = OFF;

-- 2. create view ansicht (create view:ansicht)
CREATE VIEW "ansicht" AS
SELECT 名前 FROM größen;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop view ansicht (drop view:ansicht)
--    ! correctness, drops-view: drops view ansicht: statements that use it fail from then on
DROP VIEW "ansicht";

-- 2. rebuild table größen (alter table:größen)
--    ! rewrite, rebuilds-table: copies table größen row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of größen can have the same 名前 from then on
CREATE TABLE "_schema_sync_98f3088b_größen" (
  "id" INTEGER PRIMARY KEY,
  "名前" TEXT,
  "😀" TEXT DEFAULT 'x'
);
INSERT INTO "_schema_sync_98f3088b_größen" ("id", "名前", "😀")
SELECT "id", "名前", "😀"
FROM "größen";
-- must find nothing: the rebuild of größen would lose rows
SELECT (SELECT count(*) FROM "größen") AS "before", (SELECT count(*) FROM "_schema_sync_98f3088b_größen") AS "after"
WHERE (SELECT count(*) FROM "größen") <> (SELECT count(*) FROM "_schema_sync_98f3088b_größen");
DROP TABLE "größen";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_98f3088b_größen" RENAME TO "größen";
PRAGMA legacy_alter_table = OFF;
