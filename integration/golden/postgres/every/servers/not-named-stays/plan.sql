-- create table:x
-- left alone: postgres/server far: what is of the whole database stays unless --with database

-- ==== up ====
-- batch, all or nothing

-- 1. create table x (create table:x)
CREATE TABLE public.x (
  a integer
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table x (drop table:x)
--    ! data-loss, drops-table: drops table x with all of its rows [irreversible]
DROP TABLE public.x;
