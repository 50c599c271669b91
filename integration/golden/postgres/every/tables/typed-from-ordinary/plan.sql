-- drop table:points

-- ==== up ====
-- batch, all or nothing

-- 1. drop table points (drop table:points)
--    ! data-loss, drops-table: drops table points with all of its rows [irreversible]
DROP TABLE public.points;

-- The way down does not bring back:
--   drop table:points: drops table points with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. create table points (create table:points)
CREATE TABLE public.points (
  x integer,
  y integer
);
