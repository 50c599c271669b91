-- create table:names
-- left alone: table places_node: belongs to a virtual table
-- left alone: table places_parent: belongs to a virtual table
-- left alone: table places_rowid: belongs to a virtual table

-- ==== up ====
-- batch, all or nothing

-- 1. create table names (create table:names)
CREATE TABLE "names" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table names (drop table:names)
--    ! data-loss, drops-table: drops table names with all of its rows [irreversible]
DROP TABLE "names";
