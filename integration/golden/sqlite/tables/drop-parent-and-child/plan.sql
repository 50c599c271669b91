-- drop table:children
-- drop table:parents

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop table children (drop table:children)
--    ! data-loss, drops-table: drops table children with all of its rows [irreversible]
DROP TABLE "children";

-- 2. drop table parents (drop table:parents)
--    ! data-loss, drops-table: drops table parents with all of its rows [irreversible]
DROP TABLE "parents";

-- The way down does not bring back:
--   drop table:children: drops table children with all of its rows
--   drop table:parents: drops table parents with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. create table children (create table:children)
CREATE TABLE "children" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "parents" ("id") ON DELETE CASCADE
);

-- 2. create table parents (create table:parents)
CREATE TABLE "parents" (
  "id" INTEGER PRIMARY KEY
);
