-- create table:users
-- left alone: table words_config: belongs to a virtual table
-- left alone: table words_data: belongs to a virtual table
-- left alone: table words_docsize: belongs to a virtual table
-- left alone: table words_idx: belongs to a virtual table

-- ==== up ====
-- batch, all or nothing

-- 1. create table users (create table:users)
CREATE TABLE "users" (
  "id" INTEGER PRIMARY KEY
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table users (drop table:users)
--    ! data-loss, drops-table: drops table users with all of its rows [irreversible]
DROP TABLE "users";
