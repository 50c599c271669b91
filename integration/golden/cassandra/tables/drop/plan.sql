-- drop table:old

-- ==== up ====
-- batch

-- 1. drop table old (drop table:old)
--    ! data-loss, drops-table: drops table old with all of its rows [irreversible]
DROP TABLE old;

-- The way down does not bring back:
--   drop table:old: drops table old with all of its rows

-- ==== down ====
-- batch

-- 1. create table old (create table:old)
CREATE TABLE old (
  id int,
  PRIMARY KEY (id)
);
