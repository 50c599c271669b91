-- create table:T

-- ==== up ====
-- batch, all or nothing

-- 1. create table T (create table:T)
CREATE TABLE public."T" (
  id integer,
  b text
) WITH (fillfactor=50, toast.autovacuum_enabled=false);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table T (drop table:T)
--    ! data-loss, drops-table: drops table T with all of its rows [irreversible]
DROP TABLE public."T";
