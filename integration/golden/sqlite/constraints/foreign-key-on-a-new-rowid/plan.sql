-- alter table:items
--   add-column columns.id: "id" INTEGER PRIMARY KEY REFERENCES "numbers" ("number")
--   add-primary-key primaryKey: PRIMARY KEY ("id")
-- create table:numbers

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. create table numbers (create table:numbers)
CREATE TABLE "numbers" (
  "number" INTEGER UNIQUE
);

-- 2. rebuild table items (alter table:items)
--    ! rewrite, rebuilds-table: copies table items row by row into a new one, because its primary key changes
--    ! correctness, adds-foreign-key: fails when a row of items refers to no row of numbers
CREATE TABLE "_schema_sync_3fbeb6b1_items" (
  "id" INTEGER PRIMARY KEY REFERENCES "numbers" ("number"),
  "name" TEXT
);
INSERT INTO "_schema_sync_3fbeb6b1_items" ("id", "name")
SELECT "rowid", "name"
FROM "items";
-- must find nothing: the rebuild of items would lose rows
SELECT (SELECT count(*) FROM "items") AS "before", (SELECT count(*) FROM "_schema_sync_3fbeb6b1_items") AS "after"
WHERE (SELECT count(*) FROM "items") <> (SELECT count(*) FROM "_schema_sync_3fbeb6b1_items");
DROP TABLE "items";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_3fbeb6b1_items" RENAME TO "items";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of items
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('items') GROUP BY 1, 2, 3
LIMIT 20;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop table numbers (drop table:numbers)
--    ! data-loss, drops-table: drops table numbers with all of its rows [irreversible]
DROP TABLE "numbers";

-- 2. rebuild table items (alter table:items)
--    ! data-loss, drops-column: drops column items.id with all of its values [irreversible]
--    ! rewrite, rebuilds-table: copies table items row by row into a new one, because its primary key changes
CREATE TABLE "_schema_sync_04601f39_items" (
  "name" TEXT
);
INSERT INTO "_schema_sync_04601f39_items" ("rowid", "name")
SELECT "id", "name"
FROM "items";
-- must find nothing: the rebuild of items would lose rows
SELECT (SELECT count(*) FROM "items") AS "before", (SELECT count(*) FROM "_schema_sync_04601f39_items") AS "after"
WHERE (SELECT count(*) FROM "items") <> (SELECT count(*) FROM "_schema_sync_04601f39_items");
DROP TABLE "items";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_04601f39_items" RENAME TO "items";
PRAGMA legacy_alter_table = OFF;
