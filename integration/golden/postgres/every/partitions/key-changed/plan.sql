-- replace table:m: what a table is partitioned by cannot be changed
-- replace table:m_0: it cannot stay while table:m is replaced

-- ==== up ====
-- batch, all or nothing

-- 1. drop table m_0 (replace table:m_0)
--    ! data-loss, drops-table: drops table m_0 with all of its rows [irreversible]
DROP TABLE public.m_0;

-- 2. drop table m (replace table:m)
--    ! data-loss, drops-table: drops table m with all of its rows [irreversible]
DROP TABLE public.m;

-- 3. create table m (replace table:m)
CREATE TABLE public.m (
  id integer,
  at date
) PARTITION BY LIST (id);

-- 4. create table m_0 (replace table:m_0)
CREATE TABLE public.m_0 PARTITION OF public.m DEFAULT;

-- The way down does not bring back:
--   replace table:m_0: drops table m_0 with all of its rows
--   replace table:m: drops table m with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop table m_0 (replace table:m_0)
--    ! data-loss, drops-table: drops table m_0 with all of its rows [irreversible]
DROP TABLE public.m_0;

-- 2. drop table m (replace table:m)
--    ! data-loss, drops-table: drops table m with all of its rows [irreversible]
DROP TABLE public.m;

-- 3. create table m (replace table:m)
CREATE TABLE public.m (
  id integer,
  at date
) PARTITION BY RANGE (at);

-- 4. create table m_0 (replace table:m_0)
CREATE TABLE public.m_0 PARTITION OF public.m DEFAULT;
