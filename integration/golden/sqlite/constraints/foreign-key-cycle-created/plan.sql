-- create table:teams
-- create table:users

-- ==== up ====
-- batch, all or nothing

-- 1. create table teams (create table:teams)
CREATE TABLE "teams" (
  "id" INTEGER PRIMARY KEY,
  "owner_id" INTEGER REFERENCES "users" ("id")
);

-- 2. create table users (create table:users)
CREATE TABLE "users" (
  "id" INTEGER PRIMARY KEY,
  "team_id" INTEGER REFERENCES "teams" ("id")
);

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop table teams (drop table:teams)
--    ! data-loss, drops-table: drops table teams with all of its rows [irreversible]
DROP TABLE "teams";

-- 2. drop table users (drop table:users)
--    ! data-loss, drops-table: drops table users with all of its rows [irreversible]
DROP TABLE "users";
