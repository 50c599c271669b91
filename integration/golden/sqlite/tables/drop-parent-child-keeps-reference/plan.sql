-- drop table:parents

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop table parents (drop table:parents)
--    ! data-loss, drops-table: drops table parents with all of its rows [irreversible]
--    ! correctness, leaves-dangling-references: children still refers to parents: once it is gone, inserts there fail
DROP TABLE "parents";

-- The way down does not bring back:
--   drop table:parents: drops table parents with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. create table parents (create table:parents)
CREATE TABLE "parents" (
  "id" INTEGER PRIMARY KEY
);
