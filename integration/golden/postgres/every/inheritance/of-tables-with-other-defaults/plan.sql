-- create table:c
-- create table:d

-- ==== up ====
-- batch, all or nothing

-- 1. create table c (create table:c)
CREATE TABLE public.c (
  a integer DEFAULT 1,
  b text DEFAULT 'x'::text,
  x integer
) INHERITS (public.one, public.two);

-- 2. create table d (create table:d)
CREATE TABLE public.d (
  a integer DEFAULT NULL,
  b text DEFAULT 'x'::text
) INHERITS (public.one, public.two);
ALTER TABLE public.d ALTER COLUMN a DROP DEFAULT;

-- ==== down ====
-- batch, all or nothing

-- 1. drop table c (drop table:c)
--    ! data-loss, drops-table: drops table c with all of its rows [irreversible]
DROP TABLE public.c;

-- 2. drop table d (drop table:d)
--    ! data-loss, drops-table: drops table d with all of its rows [irreversible]
DROP TABLE public.d;
