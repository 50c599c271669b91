-- create table:u
-- left alone: default privileges all tables of pg_monitor: privileges stay unless --with grants

-- ==== up ====
-- batch, all or nothing

-- 1. create table u (create table:u)
CREATE TABLE public.u (
  a integer
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table u (drop table:u)
--    ! data-loss, drops-table: drops table u with all of its rows [irreversible]
DROP TABLE public.u;
