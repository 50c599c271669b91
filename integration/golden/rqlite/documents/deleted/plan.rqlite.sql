-- drop table:logs

-- ==== up ====
-- batch, all or nothing

-- 1. drop table logs (drop table:logs)
--    ! data-loss, drops-table: drops table logs with all of its rows [irreversible]
DROP TABLE "logs";

-- The way down does not bring back:
--   drop table:logs: drops table logs with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. create table logs (create table:logs)
CREATE TABLE "logs" (
  "id" INTEGER PRIMARY KEY
);
