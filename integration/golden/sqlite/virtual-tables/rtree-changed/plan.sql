-- replace sqlite/virtual-table:places: SQLite cannot alter a virtual table
-- left alone: table places_node: belongs to a virtual table
-- left alone: table places_parent: belongs to a virtual table
-- left alone: table places_rowid: belongs to a virtual table

-- ==== up ====
-- batch, all or nothing

-- 1. drop virtual table places (replace sqlite/virtual-table:places)
--    ! data-loss, drops-virtual-table: drops virtual table places (rtree) with all that it stores; a contentless or self-contained one cannot be filled again from elsewhere [irreversible]
DROP TABLE "places";

-- 2. create virtual table places (replace sqlite/virtual-table:places)
CREATE VIRTUAL TABLE "places" USING "rtree"(id, min_x, max_x, min_y, max_y, +name TEXT);

-- The way down does not bring back:
--   replace sqlite/virtual-table:places: drops virtual table places (rtree) with all that it stores; a contentless or self-contained one cannot be filled again from elsewhere

-- ==== down ====
-- batch, all or nothing

-- 1. drop virtual table places (replace sqlite/virtual-table:places)
--    ! data-loss, drops-virtual-table: drops virtual table places (rtree) with all that it stores; a contentless or self-contained one cannot be filled again from elsewhere [irreversible]
DROP TABLE "places";

-- 2. create virtual table places (replace sqlite/virtual-table:places)
CREATE VIRTUAL TABLE "places" USING "rtree"(id, min_x, max_x, min_y, max_y);
