-- drop postgres/domain:d
-- create table:t
-- left alone: base type later: not covered yet
-- left alone: operator ===(integer, integer): not covered yet
-- left alone: table schema_migrations: kept by dbmate, Rails or golang-migrate

-- ==== up ====
-- batch, all or nothing

-- 1. drop domain d (drop postgres/domain:d)
--    ! correctness, drops-type: drops domain d: statements that name it fail from then on, casts among them
DROP DOMAIN public.d;

-- 2. create table t (create table:t)
CREATE TABLE public.t (
  a integer
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;

-- 2. create domain d (create postgres/domain:d)
CREATE DOMAIN public.d AS integer;
