-- drop postgres/statistics:Go ne
-- drop table:goes

-- ==== up ====
-- batch, all or nothing

-- 1. drop statistics Go ne (drop postgres/statistics:Go ne)
DROP STATISTICS public."Go ne";

-- 2. drop table goes (drop table:goes)
--    ! data-loss, drops-table: drops table goes with all of its rows [irreversible]
DROP TABLE public.goes;

-- The way down does not bring back:
--   drop table:goes: drops table goes with all of its rows

-- ==== down ====
-- batch, all or nothing

-- 1. create statistics Go ne (create postgres/statistics:Go ne)
CREATE STATISTICS public."Go ne" (dependencies) ON a, id FROM public.t;
ALTER STATISTICS public."Go ne" SET STATISTICS 0;

-- 2. create table goes (create table:goes)
CREATE TABLE public.goes (
  id integer,
  a integer
);

-- 3. create statistics goes_too (create postgres/statistics:goes_too)
CREATE STATISTICS public.goes_too ON a, id FROM public.goes;
