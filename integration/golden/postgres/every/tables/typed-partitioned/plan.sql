-- create postgres/constraint:points.points_pkey
-- create table:points
-- create table:points_1

-- ==== up ====
-- batch, all or nothing

-- 1. create table points (create table:points)
CREATE TABLE public.points OF public.point3 (
  x WITH OPTIONS NOT NULL
) PARTITION BY LIST (x);

-- 2. add primary key points_pkey to table points (create postgres/constraint:points.points_pkey)
ALTER TABLE public.points ADD CONSTRAINT points_pkey PRIMARY KEY (x);

-- 3. create table points_1 (create table:points_1)
CREATE TABLE public.points_1 PARTITION OF public.points FOR VALUES IN (1);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table points_1 (drop table:points_1)
--    ! data-loss, drops-table: drops table points_1 with all of its rows [irreversible]
DROP TABLE public.points_1;

-- 2. drop table points (drop table:points)
--    ! data-loss, drops-table: drops table points with all of its rows [irreversible]
DROP TABLE public.points;
