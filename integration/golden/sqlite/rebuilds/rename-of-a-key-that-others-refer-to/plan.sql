-- alter table:places
--   rename-column columns.rack: shelf → rack

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table places (alter table:places)
--    ! rewrite, rebuilds-table: copies table places row by row into a new one, because SQLite does not rename an INTEGER key WITHOUT ROWID that is in a unique constraint, too
--    ! correctness, breaks-clients: renames column places.shelf to rack: statements that use the old name fail from then on
CREATE TABLE "_schema_sync_6c3ed6ce_own_violations_places" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('books') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_95399686_places" (
  "shelf" INTEGER PRIMARY KEY,
  "number" INTEGER
) WITHOUT ROWID;
INSERT INTO "_schema_sync_95399686_places" ("shelf", "number")
SELECT "shelf", "number"
FROM "places";
-- must find nothing: the rebuild of places would lose rows
SELECT (SELECT count(*) FROM "places") AS "before", (SELECT count(*) FROM "_schema_sync_95399686_places") AS "after"
WHERE (SELECT count(*) FROM "places") <> (SELECT count(*) FROM "_schema_sync_95399686_places");
DROP TABLE "places";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_95399686_places" RENAME TO "places";
PRAGMA legacy_alter_table = OFF;
ALTER TABLE "places" RENAME COLUMN "shelf" TO rack;
CREATE TABLE "_schema_sync_95399686_places" (
  "rack" INTEGER PRIMARY KEY,
  "number" INTEGER,
  UNIQUE ("rack" DESC, "number")
) WITHOUT ROWID;
INSERT INTO "_schema_sync_95399686_places" ("rack", "number")
SELECT "rack", "number"
FROM "places";
-- must find nothing: the rebuild of places would lose rows
SELECT (SELECT count(*) FROM "places") AS "before", (SELECT count(*) FROM "_schema_sync_95399686_places") AS "after"
WHERE (SELECT count(*) FROM "places") <> (SELECT count(*) FROM "_schema_sync_95399686_places");
DROP TABLE "places";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_95399686_places" RENAME TO "places";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of places
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('books') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_6c3ed6ce_own_violations_places" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_6c3ed6ce_own_violations_places";

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table places (alter table:places)
--    ! rewrite, rebuilds-table: copies table places row by row into a new one, because SQLite does not rename an INTEGER key WITHOUT ROWID that is in a unique constraint, too
--    ! correctness, breaks-clients: renames column places.rack to shelf: statements that use the old name fail from then on
CREATE TABLE "_schema_sync_8b00116e_own_violations_places" AS
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('books') GROUP BY 1, 2, 3;
CREATE TABLE "_schema_sync_5951513b_places" (
  "rack" INTEGER PRIMARY KEY,
  "number" INTEGER
) WITHOUT ROWID;
INSERT INTO "_schema_sync_5951513b_places" ("rack", "number")
SELECT "rack", "number"
FROM "places";
-- must find nothing: the rebuild of places would lose rows
SELECT (SELECT count(*) FROM "places") AS "before", (SELECT count(*) FROM "_schema_sync_5951513b_places") AS "after"
WHERE (SELECT count(*) FROM "places") <> (SELECT count(*) FROM "_schema_sync_5951513b_places");
DROP TABLE "places";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_5951513b_places" RENAME TO "places";
PRAGMA legacy_alter_table = OFF;
ALTER TABLE "places" RENAME COLUMN "rack" TO shelf;
CREATE TABLE "_schema_sync_5951513b_places" (
  "shelf" INTEGER PRIMARY KEY,
  "number" INTEGER,
  UNIQUE ("shelf" DESC, "number")
) WITHOUT ROWID;
INSERT INTO "_schema_sync_5951513b_places" ("shelf", "number")
SELECT "shelf", "number"
FROM "places";
-- must find nothing: the rebuild of places would lose rows
SELECT (SELECT count(*) FROM "places") AS "before", (SELECT count(*) FROM "_schema_sync_5951513b_places") AS "after"
WHERE (SELECT count(*) FROM "places") <> (SELECT count(*) FROM "_schema_sync_5951513b_places");
DROP TABLE "places";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_5951513b_places" RENAME TO "places";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of places
SELECT now."table", now."rowid", now."parent"
FROM (
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('books') GROUP BY 1, 2, 3
) AS now
LEFT JOIN "_schema_sync_8b00116e_own_violations_places" AS before
  ON before."table" = now."table" AND before."rowid" IS now."rowid" AND before."parent" = now."parent"
WHERE now."rows" > coalesce(before."rows", 0)
LIMIT 20;
DROP TABLE "_schema_sync_8b00116e_own_violations_places";
