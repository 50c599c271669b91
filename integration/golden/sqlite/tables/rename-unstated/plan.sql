-- drop table:people
-- create table:users

-- ==== up ====
-- batch, all or nothing

-- 1. drop table people (drop table:people)
--    ! data-loss, drops-table: drops table people with all of its rows [irreversible]
DROP TABLE "people";

-- 2. create table users (create table:users)
CREATE TABLE "users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT
);

-- The way down does not bring back:
--   drop table:people: drops table people with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop table users (drop table:users)
--    ! data-loss, drops-table: drops table users with all of its rows [irreversible]
DROP TABLE "users";

-- 2. create table people (create table:people)
CREATE TABLE "people" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT
);
