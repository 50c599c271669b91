-- create postgres/constraint:points.points_pkey
-- create table:points

-- ==== up ====
-- batch, all or nothing

-- 1. create table points (create table:points)
CREATE TABLE public.points OF public.point3 (
  x WITH OPTIONS NOT NULL,
  y WITH OPTIONS DEFAULT 7 NOT NULL
);

-- 2. add primary key points_pkey to table points (create postgres/constraint:points.points_pkey)
ALTER TABLE public.points ADD CONSTRAINT points_pkey PRIMARY KEY (x);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table points (drop table:points)
--    ! data-loss, drops-table: drops table points with all of its rows [irreversible]
DROP TABLE public.points;
