-- alter sqlite/virtual-table:places
--   add-argument arguments.+ name TEXT: + name TEXT
-- left alone: table places_node: belongs to a virtual table
-- left alone: table places_parent: belongs to a virtual table
-- left alone: table places_rowid: belongs to a virtual table

-- ==== up ====
-- batch, all or nothing

-- 1. rebuild virtual table places (alter sqlite/virtual-table:places)
--    ! rewrite, rebuilds-virtual-table: copies virtual table places (rtree) row by row into a new one
CREATE VIRTUAL TABLE "_schema_sync_344b6304_places" USING "rtree"(id, min_x, max_x, min_y, max_y, +name TEXT);
INSERT INTO "_schema_sync_344b6304_places" ("id", "min_x", "max_x", "min_y", "max_y")
SELECT "id", "min_x", "max_x", "min_y", "max_y"
FROM "places";
-- must find nothing: the rebuild of places would lose rows
SELECT (SELECT count(*) FROM "places") AS "before", (SELECT count(*) FROM "_schema_sync_344b6304_places") AS "after"
WHERE (SELECT count(*) FROM "places") <> (SELECT count(*) FROM "_schema_sync_344b6304_places");
DROP TABLE "places";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_344b6304_places" RENAME TO "places";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing

-- 1. rebuild virtual table places (alter sqlite/virtual-table:places)
--    ! data-loss, drops-column: drops column places.name with all of its values [irreversible]
--    ! rewrite, rebuilds-virtual-table: copies virtual table places (rtree) row by row into a new one
CREATE VIRTUAL TABLE "_schema_sync_092b420f_places" USING "rtree"(id, min_x, max_x, min_y, max_y);
INSERT INTO "_schema_sync_092b420f_places" ("id", "min_x", "max_x", "min_y", "max_y")
SELECT "id", "min_x", "max_x", "min_y", "max_y"
FROM "places";
-- must find nothing: the rebuild of places would lose rows
SELECT (SELECT count(*) FROM "places") AS "before", (SELECT count(*) FROM "_schema_sync_092b420f_places") AS "after"
WHERE (SELECT count(*) FROM "places") <> (SELECT count(*) FROM "_schema_sync_092b420f_places");
DROP TABLE "places";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_092b420f_places" RENAME TO "places";
PRAGMA legacy_alter_table = OFF;
