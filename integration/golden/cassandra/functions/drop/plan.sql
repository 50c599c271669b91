-- drop aggregate:total(int)
-- drop function:plus(int, int)
-- create table:users

-- ==== up ====
-- batch

-- 1. drop aggregate total(int) (drop aggregate:total(int))
--    ! correctness, drops-function: drops aggregate total(int): statements that call it fail from then on
DROP AGGREGATE total(int);
-- batch

-- 2. drop function plus(int, int) (drop function:plus(int, int))
--    ! correctness, drops-function: drops function plus(int, int): statements that call it fail from then on
DROP FUNCTION plus(int, int);
-- batch

-- 3. create table users (create table:users)
CREATE TABLE users (
  id int,
  name text,
  PRIMARY KEY (id)
);

-- ==== down ====
-- batch

-- 1. drop table users (drop table:users)
--    ! data-loss, drops-table: drops table users with all of its rows [irreversible]
DROP TABLE users;
-- batch

-- 2. create function plus(int, int) (create function:plus(int, int))
CREATE FUNCTION plus(a int, b int)
  CALLED ON NULL INPUT
  RETURNS int
  LANGUAGE java
  AS $$ return a + b; $$;
-- batch

-- 3. create aggregate total(int) (create aggregate:total(int))
CREATE AGGREGATE total(int)
  SFUNC plus
  STYPE int
  INITCOND 0;
