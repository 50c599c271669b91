-- replace table:points: its columns would not be in the order of those of the type that it is of

-- ==== up ====
-- batch, all or nothing

-- 1. drop table points (replace table:points)
--    ! data-loss, drops-table: drops table points with all of its rows [irreversible]
DROP TABLE public.points;

-- 2. create table points (replace table:points)
CREATE TABLE public.points OF public.point3;

-- The way down does not bring back:
--   replace table:points: drops table points with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. let go of the type of table points (alter table:points)
ALTER TABLE public.points NOT OF;
