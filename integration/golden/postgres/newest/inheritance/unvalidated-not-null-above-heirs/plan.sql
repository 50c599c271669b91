-- create table:c
-- create table:later
-- create table:own Ü
-- create table:p

-- ==== up ====
-- batch, all or nothing

-- 1. create table p (create table:p)
CREATE TABLE public.p (
  a integer,
  b integer
);

-- 2. create table c (create table:c)
CREATE TABLE public.c () INHERITS (public.p);

-- 3. create table later (create table:later)
CREATE TABLE public.later () INHERITS (public.p);
ALTER TABLE public.later ALTER COLUMN a SET NOT NULL;

-- 4. create table own Ü (create table:own Ü)
CREATE TABLE public."own Ü" () INHERITS (public.p);
ALTER TABLE public."own Ü" ALTER COLUMN a SET NOT NULL;

-- 5. forbid nulls in column a from now on of table p (create table:p)
ALTER TABLE public.p ADD CONSTRAINT p_a NOT NULL a NOT VALID;

-- ==== down ====
-- batch, all or nothing

-- 1. drop table c (drop table:c)
--    ! data-loss, drops-table: drops table c with all of its rows [irreversible]
DROP TABLE public.c;

-- 2. drop table later (drop table:later)
--    ! data-loss, drops-table: drops table later with all of its rows [irreversible]
DROP TABLE public.later;

-- 3. drop table own Ü (drop table:own Ü)
--    ! data-loss, drops-table: drops table own Ü with all of its rows [irreversible]
DROP TABLE public."own Ü";

-- 4. drop table p (drop table:p)
--    ! data-loss, drops-table: drops table p with all of its rows [irreversible]
DROP TABLE public.p;
