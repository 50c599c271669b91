-- replace postgres/constraint:m.m_pkey: it cannot stay while table:m is replaced
-- replace table:m: what a table is partitioned by cannot be changed
-- create table:m_0

-- ==== up ====
-- batch, all or nothing

-- 1. drop table m (replace table:m)
--    ! data-loss, drops-table: drops table m with all of its rows [irreversible]
DROP TABLE public.m;

-- 2. create table m (replace table:m)
CREATE TABLE public.m (
  id integer NOT NULL
) PARTITION BY RANGE (id);

-- 3. add primary key m_pkey to table m (replace postgres/constraint:m.m_pkey)
ALTER TABLE public.m ADD CONSTRAINT m_pkey PRIMARY KEY (id);

-- 4. create table m_0 (create table:m_0)
CREATE TABLE public.m_0 PARTITION OF public.m DEFAULT;

-- The way down does not bring back:
--   replace table:m: drops table m with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. drop table m_0 (drop table:m_0)
--    ! data-loss, drops-table: drops table m_0 with all of its rows [irreversible]
DROP TABLE public.m_0;

-- 2. drop table m (replace table:m)
--    ! data-loss, drops-table: drops table m with all of its rows [irreversible]
DROP TABLE public.m;

-- 3. create table m (replace table:m)
CREATE TABLE public.m (
  id integer NOT NULL
);

-- 4. add primary key m_pkey to table m (replace postgres/constraint:m.m_pkey)
ALTER TABLE public.m ADD CONSTRAINT m_pkey PRIMARY KEY (id);
