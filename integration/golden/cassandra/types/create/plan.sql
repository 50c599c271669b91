-- create cassandra/type:place
-- create table:users

-- ==== up ====
-- batch

-- 1. create type place (create cassandra/type:place)
CREATE TYPE place (
  street text,
  zip int
);
-- batch

-- 2. create table users (create table:users)
CREATE TABLE users (
  id int,
  home frozen<place>,
  others list<frozen<place>>,
  PRIMARY KEY (id)
);

-- ==== down ====
-- batch

-- 1. drop table users (drop table:users)
--    ! data-loss, drops-table: drops table users with all of its rows [irreversible]
DROP TABLE users;
-- batch

-- 2. drop type place (drop cassandra/type:place)
DROP TYPE place;
