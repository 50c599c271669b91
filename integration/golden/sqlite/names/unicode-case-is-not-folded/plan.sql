-- create table:ö

-- ==== up ====
-- batch, all or nothing

-- 1. create table ö (create table:ö)
CREATE TABLE "ö" (
  "id" INTEGER PRIMARY KEY
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table ö (drop table:ö)
--    ! data-loss, drops-table: drops table ö with all of its rows [irreversible]
DROP TABLE "ö";
