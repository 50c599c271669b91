-- alter table:children
--   add-unique uniques.UNIQUE ("name"): UNIQUE ("name")
-- alter table:parents
--   add-unique uniques.UNIQUE ("name"): UNIQUE ("name")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table parents (alter table:parents)
--    ! rewrite, rebuilds-table: copies table parents row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of parents have the same name
CREATE TABLE "_schema_sync_6c1c4388_violations_children" AS
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

-- 2. rebuild table children (alter table:children)
--    ! rewrite, rebuilds-table: copies table children row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of children have the same name
CREATE TABLE "_schema_sync_679d3a16_children" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "parents" ("id") ON DELETE CASCADE,
  "name" TEXT UNIQUE
);
INSERT INTO "_schema_sync_679d3a16_children" ("id", "parent_id", "name")
SELECT "id", "parent_id", "name"
FROM "children";
-- must find nothing: the rebuild of children would lose rows
SELECT (SELECT count(*) FROM "children") AS "before", (SELECT count(*) FROM "_schema_sync_679d3a16_children") AS "after"
WHERE (SELECT count(*) FROM "children") <> (SELECT count(*) FROM "_schema_sync_679d3a16_children");
DROP TABLE "children";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_679d3a16_children" RENAME TO "children";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of children
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('children') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_6c1c4388_violations_children" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_6c1c4388_violations_children";

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table parents (alter table:parents)
--    ! rewrite, rebuilds-table: copies table parents row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of parents can have the same name from then on
CREATE TABLE "_schema_sync_67da8b39_violations_children" AS
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

-- 2. rebuild table children (alter table:children)
--    ! rewrite, rebuilds-table: copies table children row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of children can have the same name from then on
CREATE TABLE "_schema_sync_69c4debc_children" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "parents" ("id") ON DELETE CASCADE,
  "name" TEXT
);
INSERT INTO "_schema_sync_69c4debc_children" ("id", "parent_id", "name")
SELECT "id", "parent_id", "name"
FROM "children";
-- must find nothing: the rebuild of children would lose rows
SELECT (SELECT count(*) FROM "children") AS "before", (SELECT count(*) FROM "_schema_sync_69c4debc_children") AS "after"
WHERE (SELECT count(*) FROM "children") <> (SELECT count(*) FROM "_schema_sync_69c4debc_children");
DROP TABLE "children";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_69c4debc_children" RENAME TO "children";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of children
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('children') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_67da8b39_violations_children" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_67da8b39_violations_children";
