-- drop table:children

-- ==== up ====
-- batch, all or nothing

-- 1. drop table children (drop table:children)
--    ! data-loss, drops-table: drops table children with all of its rows [irreversible]
DROP TABLE "children";

-- The way down does not bring back:
--   drop table:children: drops table children with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. create table children (create table:children)
CREATE TABLE "children" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "parents" ("id")
);
