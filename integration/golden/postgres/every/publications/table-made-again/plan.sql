-- replace postgres/publication:p: it cannot stay while table:t is replaced
-- replace table:t: what a table is partitioned by cannot be changed

-- ==== up ====
-- batch, all or nothing

-- 1. drop publication p (replace postgres/publication:p)
DROP PUBLICATION p;

-- 2. drop table t (replace table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;

-- 3. create table t (replace table:t)
CREATE TABLE public.t (
  id integer,
  a integer
) PARTITION BY LIST (a);

-- 4. create publication p (replace postgres/publication:p)
CREATE PUBLICATION p FOR TABLE public.t;

-- The way down does not bring back:
--   replace table:t: drops table t with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop publication p (replace postgres/publication:p)
DROP PUBLICATION p;

-- 2. drop table t (replace table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;

-- 3. create table t (replace table:t)
CREATE TABLE public.t (
  id integer,
  a integer
) PARTITION BY RANGE (id);

-- 4. create publication p (replace postgres/publication:p)
CREATE PUBLICATION p FOR TABLE public.t;
