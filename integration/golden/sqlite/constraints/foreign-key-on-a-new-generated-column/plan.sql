-- alter table:items
--   add-column columns.lowered: "lowered" TEXT GENERATED ALWAYS AS (lower(name)) VIRTUAL REFERENCES "names" ("name")
-- create table:names

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. create table names (create table:names)
CREATE TABLE "names" (
  "name" TEXT UNIQUE
);

-- 2. rebuild table items (alter table:items)
--    ! rewrite, rebuilds-table: copies table items row by row into a new one, because lowered is added as a generated foreign key
--    ! correctness, adds-foreign-key: fails when a row of items refers to no row of names
CREATE TABLE "_schema_sync_b812d6c9_items" (
  "name" TEXT,
  "lowered" TEXT GENERATED ALWAYS AS (lower(name)) VIRTUAL REFERENCES "names" ("name")
);
INSERT INTO "_schema_sync_b812d6c9_items" ("rowid", "name")
SELECT "rowid", "name"
FROM "items";
-- must find nothing: the rebuild of items would lose rows
SELECT (SELECT count(*) FROM "items") AS "before", (SELECT count(*) FROM "_schema_sync_b812d6c9_items") AS "after"
WHERE (SELECT count(*) FROM "items") <> (SELECT count(*) FROM "_schema_sync_b812d6c9_items");
DROP TABLE "items";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_b812d6c9_items" RENAME TO "items";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of items
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('items') GROUP BY 1, 2, 3
LIMIT 20;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop table names (drop table:names)
--    ! data-loss, drops-table: drops table names with all of its rows [irreversible]
DROP TABLE "names";

-- 2. drop column items.lowered (alter table:items)
ALTER TABLE "items" DROP COLUMN "lowered";
