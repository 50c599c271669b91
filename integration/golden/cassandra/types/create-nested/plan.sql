-- create cassandra/type:person
-- create cassandra/type:place
-- create table:teams

-- ==== up ====
-- batch

-- 1. create type place (create cassandra/type:place)
CREATE TYPE place (
  street text,
  zip int
);
-- batch

-- 2. create type person (create cassandra/type:person)
CREATE TYPE person (
  name text,
  home frozen<place>
);
-- batch

-- 3. create table teams (create table:teams)
CREATE TABLE teams (
  id int,
  lead frozen<person>,
  PRIMARY KEY (id)
);

-- ==== down ====
-- batch

-- 1. drop table teams (drop table:teams)
--    ! data-loss, drops-table: drops table teams with all of its rows [irreversible]
DROP TABLE teams;
-- batch

-- 2. drop type person (drop cassandra/type:person)
DROP TYPE person;
-- batch

-- 3. drop type place (drop cassandra/type:place)
DROP TYPE place;
