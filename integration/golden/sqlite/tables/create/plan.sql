-- create table:users

-- ==== up ====
-- batch, all or nothing

-- 1. create table users (create table:users)
CREATE TABLE "users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT NOT NULL
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table users (drop table:users)
--    ! data-loss, drops-table: drops table users with all of its rows [irreversible]
DROP TABLE "users";
