-- create schema:b
-- drop table:a.t
-- create table:b.t

-- ==== up ====
-- batch, all or nothing

-- 1. drop table a.t (drop table:a.t)
--    ! data-loss, drops-table: drops table a.t with all of its rows [irreversible]
DROP TABLE a.t;

-- 2. create schema b (create schema:b)
CREATE SCHEMA b;

-- 3. create table b.t (create table:b.t)
CREATE TABLE b.t (
  id integer
);

-- The way down does not bring back:
--   drop table:a.t: drops table a.t with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop table b.t (drop table:b.t)
--    ! data-loss, drops-table: drops table b.t with all of its rows [irreversible]
DROP TABLE b.t;

-- 2. drop schema b (drop schema:b)
DROP SCHEMA b;

-- 3. create table a.t (create table:a.t)
CREATE TABLE a.t (
  id integer
);
