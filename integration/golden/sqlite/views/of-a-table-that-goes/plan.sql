-- drop table:others
-- replace view:everybody: SQLite cannot alter a view

-- ==== up ====
-- batch, all or nothing

-- 1. drop view everybody (replace view:everybody)
DROP VIEW "everybody";

-- 2. drop table others (drop table:others)
--    ! data-loss, drops-table: drops table others with all of its rows [irreversible]
DROP TABLE "others";

-- 3. create view everybody (replace view:everybody)
CREATE VIEW "everybody" AS
SELECT id FROM users;

-- The way down does not bring back:
--   drop table:others: drops table others with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop view everybody (replace view:everybody)
DROP VIEW "everybody";

-- 2. create table others (create table:others)
CREATE TABLE "others" (
  "id" INTEGER PRIMARY KEY
);

-- 3. create view everybody (replace view:everybody)
CREATE VIEW "everybody" AS
SELECT id FROM users UNION ALL SELECT id FROM others;
