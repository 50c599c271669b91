-- create table:t
-- left alone: postgres/event-trigger e: what is of the whole database stays unless --with database
-- left alone: postgres/function ev(): what is left alone stands on it

-- ==== up ====
-- batch, all or nothing

-- 1. create table t (create table:t)
CREATE TABLE public.t (
  a integer
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table t (drop table:t)
--    ! data-loss, drops-table: drops table t with all of its rows [irreversible]
DROP TABLE public.t;
